/** HTML by template: what is put in is escaped, unless it is itself Markup. */
export interface Markup {
  readonly markup: string
}

type Insert = string | number | boolean | null | undefined | Markup | readonly Markup[]

export function html(texts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  let markup = texts[0] ?? ''
  inserts.forEach((insert, at) => {
    markup += toMarkup(insert) + (texts[at + 1] ?? '')
  })
  return { markup }
}

/** JSON that may stand inside a script element. */
export function jsonMarkup(value: unknown): Markup {
  return { markup: JSON.stringify(value).replaceAll('<', '\\u003c') }
}

function toMarkup(insert: Insert): string {
  if (insert === null || insert === undefined || insert === false || insert === true) return ''
  if (typeof insert === 'string' || typeof insert === 'number') return escape(String(insert))
  if ('markup' in insert) return insert.markup
  return insert.map((each) => each.markup).join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
