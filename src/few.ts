/** The first `most` of several names or sentences, and how many more there are. */
export function few(texts: readonly string[], most: number, separator = '; '): string {
  const more = texts.length > most ? ` and ${texts.length - most} more` : ''
  return texts.slice(0, most).join(separator) + more
}
