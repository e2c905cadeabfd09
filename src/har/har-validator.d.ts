declare module 'har-validator' {
  /** Resolves to what was given; rejects with an error that has ajv's `errors`. */
  export function entry(data: unknown): Promise<unknown>
  export function log(data: unknown): Promise<unknown>
}
