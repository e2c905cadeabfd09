/**
 * The one error class. Its message is a sentence that says what is wrong, where, and what to do; its code decides the
 * exit status. Anything that the run survives is a Diagnostic, not an error.
 */

export type ErrorCode =
  | 'usage' | 'persona-invalid' | 'config-invalid'
  | 'har-unreadable' | 'har-truncated' | 'capture-unreadable'
  | 'browser-missing' | 'capture-failed' | 'capture-incomplete'
  | 'database-unreadable' | 'database-newer' | 'database-busy'
  | 'nothing-selected' | 'output-unwritable' | 'baseline-mismatch' | 'plugin-invalid'
  | 'key-unusable' | 'stamp-failed' | 'bundle-unreadable' | 'redaction-failed'

export class TattleError extends Error {
  override readonly name = 'TattleError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** Holds across realms and copies of the package, where `instanceof` does not. */
export function isTattleError(error: unknown): error is TattleError {
  return error instanceof Error && error.name === 'TattleError' && typeof (error as TattleError).code === 'string'
}

/** What is wrong with one input, so that others can be read all the same. */
export function isOfInput(error: unknown): error is TattleError {
  return isTattleError(error) && error.code !== 'output-unwritable'
}

/** The sentence of anything that was thrown. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
