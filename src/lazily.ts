/** What is made at its first use: of all statements, tables and patterns a command needs few. */
export function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
