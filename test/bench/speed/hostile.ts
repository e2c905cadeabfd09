/** Inputs that are made to cost more than their size: each a HAR whose size is given, and whose cost must grow with it. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

type Entries = (bytes: number) => Iterable<object>

export function post(text: string, mimeType = 'application/json'): object {
  return {
    startedDateTime: '2026-03-01T09:00:00.000Z', time: 1,
    request: { method: 'POST', url: 'https://px.tracker.example/c?u=1', headers: [], postData: { mimeType, text } },
    response: { status: 200, headers: [], content: { mimeType: 'text/plain' } },
  }
}

/** Answers of the site itself, short enough to be looked through, and all different. */
function* answers(bytes: number, mimeType: string, textOf: (bytes: number, left: number) => string): Iterable<object> {
  for (let left = bytes; left > 0; left -= ANSWER_BYTES) {
    yield {
      startedDateTime: '2026-03-01T09:00:00.000Z', time: 1,
      request: { method: 'GET', url: 'https://www.klinik.example/api', headers: [] },
      response: { status: 200, headers: [], content: { mimeType, text: textOf(Math.min(left, ANSWER_BYTES), left) } },
    }
  }
}
const ANSWER_BYTES = 400_000

export const repeated = (piece: string, bytes: number): string => piece.repeat(Math.ceil(bytes / piece.length))

/** Encodes `text` again and again, `depth` times. */
export function nested(text: string, depth: number, encode: (text: string) => string): string {
  return depth === 0 ? text : nested(encode(text), depth - 1, encode)
}

export const HOSTILE: Readonly<Record<string, Entries>> = {
  'one huge string': (bytes) => [post(repeated('lorem ipsum dolor ', bytes))],
  'a token without an end': (bytes) => [post(repeated('aB3', bytes))],
  'megabytes of %25': (bytes) => [post(repeated('%25', bytes), 'text/plain')],
  'percent upon percent': (bytes) => [post(`q=${nested(repeated('ä ', bytes / 30), 5, encodeURIComponent)}`, 'text/plain')],
  'base64 of base64': (bytes) => [post(`d=${nested(repeated('lorem ', bytes / 6), 6, (text) => Buffer.from(text).toString('base64'))}`, 'text/plain')],
  'gzip bombs': (bytes) => {
    const bomb = gzipSync(Buffer.alloc(4 << 20, 0x61)).toString('base64')
    return [post(JSON.stringify(Array.from({ length: Math.ceil(bytes / bomb.length) }, () => bomb)))]
  },
  'crumbs of zstd and gzip': (bytes) => {
    const crumbs = ['KLUv/QRYQQAAVXJvbG9naWV5j59u', gzipSync('Urologie').toString('base64')]
    return [post(JSON.stringify(Array.from({ length: Math.ceil(bytes / 64) }, () => crumbs).flat()))]
  },
  'frames of zstd': (bytes) => [post(Buffer.alloc(bytes, Buffer.from('KLUv/QRYQQAAVXJvbG9naWV5j59u', 'base64')).toString('base64'), 'text/plain')],
  'brackets without an end': (bytes) => [post(repeated('[{"a":', bytes))],
  'escapes of escapes': (bytes) => [post(JSON.stringify(JSON.stringify(JSON.stringify({ q: repeated('"\\', bytes / 16) }))))],
  'entities': (bytes) => [post(repeated('&amp;&#38;#228;', bytes), 'text/plain')],
  'words everywhere': (bytes) => [post(JSON.stringify({ q: repeated('Urologie HIV Vasektomie ', bytes) }))],
  'values everywhere': (bytes) => [post(JSON.stringify(Array.from({ length: bytes / 40 }, (_, index) => ({ i: index, q: 'Blasenschwäche' }))))],
  'values under encodings': (bytes) => {
    const each = (index: number): string => Buffer.from(`{"n":${index},"a":"Weißmüller","b":"Vorgespräch Vasektomie/Sterilisation Mann","c":"joerg@example.org"}`).toString('base64')
    return [post(Array.from({ length: bytes / 150 }, (_, index) => each(index)).join(' '), 'text/plain')]
  },
  'pairs without an end': (bytes) => [post(repeated('a=b&', bytes), 'application/x-www-form-urlencoded')],
  'ids in one object': (bytes) => answers(bytes, 'application/json', (size, left) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: size / 20 }, (_, index) => [`k${left + index}Id`, left + index])))),
  'scripts without an end': (bytes) => answers(bytes, 'text/html', (size, left) => `${repeated('<script type=json>', size)}${left}</`),
  'names of one id': function* (bytes) {
    yield* answers(bytes / 2, 'application/json', (size, left) =>
      JSON.stringify(Array.from({ length: size / 50 }, (_, index) => ({ motiveId: 'id-6543', name: `Urologie ${left + index}` }))))
    for (let left = bytes / 2; left > 0; left -= 400) yield { request: { method: 'GET', url: 'https://px.tracker.example/c?motiveId=id-6543' }, response: {} }
  },
  'tiny entries': function* (bytes) {
    for (let left = bytes; left > 0; left -= 70) yield { request: { method: 'GET', url: 'https://a.example/' }, response: {} }
  },
}

export function writeHostile(path: string, entries: Iterable<object>): void {
  const file = openSync(path, 'w')
  try {
    writeSync(file, '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[')
    let comma = ''
    for (const entry of entries) {
      writeSync(file, comma + JSON.stringify(entry))
      comma = ','
    }
    writeSync(file, ']}}')
  } finally {
    closeSync(file)
  }
}
