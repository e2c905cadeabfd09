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

const KEYS: ReadonlyMap<string, number> = new Map([
  ['response', RESPONSE], ['content', CONTENT], ['text', TEXT], ['mimeType', MIME], ['request', REQUEST],
  ['postData', POST_DATA], ['headers', HEADERS], ['queryString', QUERY_STRING], ['cookies', COOKIES], ['url', URL_KEY],
])

const LENGTHS: Uint8Array = new Uint8Array(64)
for (const name of KEYS.keys()) LENGTHS[name.length] = 1

/** Whether a name of this length is among them. */
export function mayBeKey(length: number): boolean {
  return LENGTHS[length] === 1
}

/** `text` is Latin-1. */
export function keyOf(text: string): number {
  return KEYS.get(text) ?? OTHER
}
