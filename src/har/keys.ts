/** The names in an entry that the walker knows. */

/** Any other name. */
export const OTHER = 0
/** On the way to bodies. */
export const RESPONSE = 1
export const CONTENT = 2
export const TEXT = 3
export const MIME = 4
export const REQUEST = 5
export const POST_DATA = 6
/** Lists of which nothing is needed where others say the same. */
export const HEADERS = 7
export const QUERY_STRING = 8
export const COOKIES = 9
export const URL_KEY = 10

const KEYS: readonly (readonly [name: string, key: number])[] = [
  ['response', RESPONSE], ['content', CONTENT], ['text', TEXT], ['mimeType', MIME], ['request', REQUEST],
  ['postData', POST_DATA], ['headers', HEADERS], ['queryString', QUERY_STRING], ['cookies', COOKIES], ['url', URL_KEY],
]

/** By length, of which there are few. */
const BY_LENGTH: readonly (readonly { readonly name: Buffer; readonly key: number }[])[] = Array.from(
  { length: Math.max(...KEYS.map(([name]) => name.length)) + 1 },
  (_, length) => KEYS.filter(([name]) => name.length === length).map(([name, key]) => ({ name: Buffer.from(name), key })),
)

/** Whether a name of this length is among them. */
export function mayBeKey(length: number): boolean {
  return length < BY_LENGTH.length && BY_LENGTH[length]!.length > 0
}

/** What the bytes from `start` on, so many that `mayBeKey`, are the name of. */
export function keyAt(bytes: Uint8Array, start: number, length: number): number {
  for (const { name, key } of BY_LENGTH[length]!) {
    let at = 0
    while (at < length && bytes[start + at] === name[at]) at++
    if (at === length) return key
  }
  return OTHER
}
