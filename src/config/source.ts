/** A configuration as it was written: its value, and where in the file each part of it stands. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { TattleError } from '../errors.js'

export type Path = readonly (string | number)[]

export interface Source {
  readonly file: string
  readonly value: unknown
  /** `tattle.config.yaml:12:5`: of the part, or of the nearest part above it that is there. */
  place(path: Path): string
}

/** Reads YAML 1.2, of which JSON is a part. Throws `config-invalid` with file, line and column. */
export function yamlSource(file: string, text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [error] = document.errors
  if (error !== undefined) {
    const sentence = error.message.split('\n', 1)[0]?.replace(/ at line \d+.*$/, '').replace(/[.:]$/, '')
    throw new TattleError('config-invalid', `${at(error.pos[0])}: this is not valid ${file.endsWith('.json') ? 'JSON' : 'YAML'}: ${sentence}.`)
  }
  // A short file may stand for a value of any size by aliases of aliases.
  const value = toValue(document, file, (alias) => at(Math.max(0, text.indexOf(`*${alias}`))))
  return { file, value, place: (path) => at(offsetOf(document, path)) }
}

function toValue(document: Document.Parsed, file: string, placeOf: (alias: string) => string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown
  } catch (cause) {
    const alias = cause instanceof Error ? /^Unresolved alias .*: (\S+)$/.exec(cause.message)?.[1] : undefined
    if (alias !== undefined) {
      throw new TattleError('config-invalid', `${placeOf(alias)}: "*${alias}" stands for nothing; put a text that begins with * in quotes.`, { cause })
    }
    throw new TattleError('config-invalid', `${file}:1:1: the aliases in this file stand for too much.`, { cause })
  }
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const above = path.slice(0, length - 1)
    const key = path[length - 1]
    const parent: unknown = length <= 1 ? document.contents : document.getIn(above, true)
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0]
      continue
    }
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** Of a configuration that is code: a part is looked for by its name, after the names above it. */
export function codeSource(file: string, text: string, value: unknown): Source {
  return {
    file,
    value,
    place(path) {
      let offset = 0
      for (const key of path) {
        const pattern = typeof key === 'number' ? null : new RegExp(`(?<![\\w$.])["']?${escape(key)}["']?\\s*[:,}]`, 'g')
        if (pattern === null) {
          offset = nthElement(text, offset, key as number)
          continue
        }
        pattern.lastIndex = offset
        const match = pattern.exec(text)
        if (match === null) break
        offset = match.index
      }
      const before = text.slice(0, offset).split('\n')
      return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`
    },
  }
}

/** Where the nth object of the list that begins after `offset` opens. */
function nthElement(text: string, offset: number, index: number): number {
  const start = text.indexOf('[', offset)
  if (start < 0) return offset
  let depth = 0
  let seen = -1
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') {
      if (depth === 0 && ++seen === index) return at
      depth++
    } else if (character === '}' || character === ']') {
      if (depth === 0) return offset
      depth--
    }
  }
  return offset
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
