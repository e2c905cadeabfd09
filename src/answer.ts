/** How much of an answer is read for what the site's own data call things. */
import type { Diagnostic } from './model.js'

/** Of JSON and HTML. */
export const MAX_RESPONSE_BYTES = 2 * 1024 * 1024

export function answerTooLarge(entry: number): Diagnostic {
  return {
    code: 'answer-too-large', entry,
    message: `Entry ${entry}: its answer is longer than ${MAX_RESPONSE_BYTES} bytes, so it was not looked through for what ids stand for.`,
  }
}
