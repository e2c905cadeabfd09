/**
 * Cuts a JSON document that is one object: the bytes of each member, and of a member that is a list, those of each of its
 * elements. What a value holds is left to `JSON.parse`; memory is one value and one chunk, however long the document.
 */
import { createWalker, type WalkLimits } from './walk.js'

/** `isElement`: of the list of that name, which is told first, as an empty one. The bytes are only valid during the call. */
export type TakeMember = (name: string, json: Buffer, isElement: boolean) => void

export interface MemberSplitter {
  /** Throws a `SyntaxError` where the document is none of that kind, a `RangeError` at a value that is longer, and what `take` throws. The chunk may be reused afterwards. */
  push(chunk: Uint8Array): void
  /** Call once, after the last chunk. Throws as `push`. */
  end(): void
}

const EMPTY = Buffer.from('[]')

type Where = 'start' | 'first key' | 'key' | 'colon' | 'value' | 'comma' | 'first element' | 'element' | 'element comma' | 'end'

/** `lists`: members that are lists where they are there. A member that is there twice is an error: readers differ in which counts. */
export function createMemberSplitter(lists: ReadonlySet<string>, longest: number, take: TakeMember): MemberSplitter {
  const limits: WalkLimits = { bodyBytes: longest, smallBodyBytes: longest, stringBytes: longest, longBytes: longest, valueBytes: longest }
  const walker = createWalker(limits)
  const names = new Set<string>()
  let where: Where = 'start'
  let name = ''
  let isWalking = false

  const fail = (): never => { throw new SyntaxError(`The JSON cannot be read (${where}).`) }

  /** The value that began has ended before `end`. */
  function taken(buffer: Buffer, end: number): void {
    isWalking = false
    const json = walker.take(buffer, end)
    if (json === undefined || walker.cutStrings() > 0) throw new RangeError(`A value of the JSON is longer than ${longest} bytes.`)
    if (where === 'value') {
      take(name, json, false)
      where = 'comma'
    } else if (where === 'element') {
      take(name, json, true)
      where = 'element comma'
    } else {
      const key: unknown = JSON.parse(json.toString('utf8'))
      if (typeof key !== 'string' || names.has(key)) return fail()
      names.add(name = key)
      where = 'colon'
    }
  }

  /** Of one byte outside of values; whether a value begins with it. */
  function step(byte: string): boolean {
    switch (where) {
      case 'start': where = byte === '{' ? 'first key' : fail(); return false
      case 'first key': case 'key':
        if (byte === '}' && where === 'first key') where = 'end'
        else if (byte !== '"') fail()
        else return true
        return false
      case 'colon': where = byte === ':' ? 'value' : fail(); return false
      case 'value':
        if (!lists.has(name)) return true
        where = byte === '[' ? 'first element' : fail()
        take(name, EMPTY, false)
        return false
      case 'first element':
        where = byte === ']' ? 'comma' : 'element'
        return where === 'element'
      case 'element': return true
      case 'element comma': where = byte === ',' ? 'element' : byte === ']' ? 'comma' : fail(); return false
      case 'comma': where = byte === ',' ? 'key' : byte === '}' ? 'end' : fail(); return false
      case 'end': return fail()
    }
  }

  return {
    push(chunk) {
      const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      let at = 0
      while (at < buffer.length) {
        if (!isWalking) {
          const byte = buffer[at]!
          if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at++
          else if (!step(String.fromCharCode(byte))) at++
          else {
            isWalking = true
            walker.begin(at, true, false)
          }
          if (!isWalking) continue
        }
        const end = walker.walk(buffer, at)
        if (end < 0) return walker.hold(buffer)
        taken(buffer, end)
        at = end
      }
    },
    end() {
      if (isWalking || where !== 'end') fail()
    },
  }
}
