/**
 * HTML from templates: whatever is put into one is escaped, unless it came out of one. Attributes are written in double
 * quotes, always.
 */
import { toHtml } from '../text.js'

const safe = Symbol('html')

/** Only templates make these: text that a site sent cannot carry the symbol. */
export interface Html {
  readonly [safe]: string
}

export type Content = Html | string | number | null | undefined | false | readonly Content[]

export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = strings[0] ?? ''
  contents.forEach((content, index) => {
    text += toMarkup(content) + (strings[index + 1] ?? '')
  })
  return { [safe]: text }
}

/** The markup of content: escaped text, or what a template made. */
export function toMarkup(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'string') return toHtml(content)
  if (typeof content === 'number') return String(content)
  if (isList(content)) return content.map(toMarkup).join('')
  return content[safe]
}

/** For our own style sheet only. */
export function trusted(text: string): Html {
  return { [safe]: text }
}

function isList(content: Html | readonly Content[]): content is readonly Content[] {
  return Array.isArray(content)
}
