/** What is read again and again of an entry, whatever its producer left out. */
import type { HarEntry, HarPostData } from '../har/types.js'

export function bodyOf(entry: HarEntry): HarPostData | undefined {
  const postData = entry.request?.postData
  return typeof postData === 'object' && postData !== null ? postData : undefined
}

export function urlOf(entry: HarEntry): string {
  const url = entry.request?.url
  return typeof url === 'string' ? url.replace(/#.*$/s, '') : ''
}

export function methodOf(entry: HarEntry): string {
  const method = entry.request?.method
  return typeof method === 'string' ? method : ''
}

export function timeOf(entry: HarEntry): number {
  return Date.parse(String(entry.startedDateTime))
}
