/**
 * The texts in a source file, as somebody could come to read them: literals joined by `+` are one, and where a template
 * has an expression stands `x1`. Enough of TypeScript to tell strings, templates, comments and regular expressions apart.
 */
export interface Literal {
  readonly text: string
  /** What stands before it in its line: tells an error that is thrown from a sentence that is filed. */
  readonly before: string
}

export function literalsOf(source: string): Literal[] {
  const found: { text: string; before: string; end: number }[] = []
  let at = 0

  function quoted(quote: string): string {
    let text = ''
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (source[at] === '\\') text += source[++at] ?? ''
      else text += source[at] ?? ''
    }
    at++
    return text
  }

  function template(): string {
    let text = ''
    for (at++; at < source.length && source[at] !== '`';) {
      if (source.startsWith('${', at)) {
        at += 2
        code('}')
        at++
        text += 'x1'
      } else {
        if (source[at] === '\\') at++
        text += source[at++] ?? ''
      }
    }
    at++
    return text
  }

  function code(until: string): void {
    for (let depth = 0; at < source.length;) {
      const character = source[at] ?? ''
      if (character === until && depth === 0) return
      if (source.startsWith('//', at)) at = lineEnd()
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2
      else if (character === '/' && /(?:[(,=:[!&|?{};]|return|=>)\s*$/.test(source.slice(Math.max(0, at - 20), at))) regex()
      else if (character === "'" || character === '"' || character === '`') {
        const start = at
        const text = character === '`' ? template() : quoted(character)
        const last = found.at(-1)
        if (last !== undefined && /^\s*\+\s*$/.test(source.slice(last.end, start))) Object.assign(last, { text: last.text + text, end: at })
        else found.push({ text, end: at, before: source.slice(source.lastIndexOf('\n', source.lastIndexOf('\n', start) - 1) + 1, start) })
      } else {
        if (character === '{') depth++
        if (character === '}') depth--
        at++
      }
    }
  }

  function regex(): void {
    let isClass = false
    for (at++; at < source.length && (source[at] !== '/' || isClass) && source[at] !== '\n'; at++) {
      if (source[at] === '\\') at++
      else if (source[at] === '[') isClass = true
      else if (source[at] === ']') isClass = false
    }
    at++
  }

  const lineEnd = (): number => source.indexOf('\n', at) < 0 ? source.length : source.indexOf('\n', at)
  code('')
  return found.map(({ text, before }) => ({ text, before }))
}
