/**
 * Zip archives, read where they lie. yauzl reads the directory; members are read here, because an attached body must be
 * had synchronously, in the middle of an entry. Nothing is ever unpacked to the disk.
 */
import { Readable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import type { Entry } from 'yauzl'
import { TattleError, toMessage } from '../errors.js'
import { BOMB_BYTES, BOMB_RATIO, chunksOf, inflated, memoryBytes, partOf, readAll, type Bytes } from './bytes.js'

export interface Archive {
  /** Names of the members that are files, as they stand in the directory, with `/`. */
  readonly names: readonly string[]
  /** How long a member is, as the directory says. */
  sizeOf(name: string): number | undefined
  /** A member's content, or undefined where there is none, it is larger than `limit`, or it is damaged. */
  read(name: string, limit: number): Buffer | undefined
  /** A member's content as it comes, or undefined where there is no such member. */
  chunks(name: string): AsyncIterable<Uint8Array> | undefined
  /** A member for reading at any place: in the archive where it is stored, in memory where it is compressed. */
  bytes(name: string, limit: number): Bytes | undefined
  /**
   * Whether a member is a file to every reader: no link, and under the same name, in the same compression, of the same
   * size by the header before its content, which some go by, as by the directory.
   */
  isPlain(name: string): boolean
}

const MAX_MEMBERS = 500_000
const STORED = 0
const DEFLATED = 8
/** Of the type in a file's mode: a file, or not said. */
const PLAIN_TYPES = [0, 0o100000]
/** Flags in a header: encrypted; its sizes stand behind the content. A size that stands elsewhere because it is long. */
const ENCRYPTED = 1
const SIZES_BEHIND = 8
const LONG_SIZE = 0xffffffff

/**
 * Reads the directory of `bytes`. Throws a TattleError, in which `where` names the archive, for what is no archive, is
 * encrypted, is a bomb, has two members of one name or in one place, or a member whose name leads out of it.
 */
export async function openArchive(bytes: Bytes, where: string): Promise<Archive> {
  const members = new Map<string, Entry>()
  let packedBytes = 0
  for await (const member of membersOf(bytes, where)) {
    const { fileName: name, compressedSize, uncompressedSize } = member
    if (name.endsWith('/')) continue
    if (member.isEncrypted()) throw refusal(where, `is encrypted ("${name}")`, 'Give it without a password')
    if (members.has(name)) throw refusal(where, `holds two members named "${name}"`, 'Pack it again')
    if (members.size >= MAX_MEMBERS) throw refusal(where, `holds more than ${MAX_MEMBERS} members`, 'Split it')
    if (uncompressedSize > BOMB_BYTES && uncompressedSize > BOMB_RATIO * compressedSize) {
      const what = `holds "${name}", which unpacks to more than ${BOMB_RATIO} times its size`
      throw refusal(where, what, 'Unpack it yourself if you trust it')
    }
    packedBytes += compressedSize
    if (packedBytes > bytes.size) throw refusal(where, 'holds members that lie over one another', 'Do not trust it')
    members.set(name, member)
  }

  function packed(member: Entry): Bytes | undefined {
    const header = Buffer.alloc(30)
    const length = bytes.readInto(header, member.relativeOffsetOfLocalHeader)
    if (length < header.length || header.readUInt32LE(0) !== 0x04034b50) return undefined
    const start = member.relativeOffsetOfLocalHeader + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    if (start + member.compressedSize > bytes.size) return undefined
    return partOf(bytes, start, member.compressedSize)
  }

  function read(name: string, limit: number): Buffer | undefined {
    const member = members.get(name)
    if (member === undefined || member.uncompressedSize > limit || member.compressedSize > limit) return undefined
    const content = packed(member)
    if (content === undefined) return undefined
    if (member.compressionMethod === STORED) return readAll(content)
    if (member.compressionMethod !== DEFLATED) return undefined
    try {
      return inflateRawSync(readAll(content), { maxOutputLength: Math.max(1, member.uncompressedSize) })
    } catch {
      return undefined
    }
  }

  function chunks(name: string): AsyncIterable<Uint8Array> | undefined {
    const member = members.get(name)
    const content = member && packed(member)
    if (member === undefined || content === undefined) return undefined
    if (member.compressionMethod === STORED) return chunksOf(content)
    if (member.compressionMethod === DEFLATED) {
      return inflated(chunksOf(content), 'deflate-raw', `"${name}" in ${where}`)
    }
    throw refusal(where, `holds "${name}" in a compression that is not supported`, 'Pack it again with plain deflate')
  }

  function memberBytes(name: string, limit: number): Bytes | undefined {
    const member = members.get(name)
    if (member?.compressionMethod === STORED) return packed(member)
    const content = read(name, limit)
    return content && memoryBytes(content)
  }

  function isPlain(name: string): boolean {
    const member = members.get(name)
    if (member === undefined || !PLAIN_TYPES.includes((member.externalFileAttributes >>> 16) & 0o170000)) return false
    const header = Buffer.alloc(30 + member.fileNameRaw.length)
    if (bytes.readInto(header, member.relativeOffsetOfLocalHeader) < header.length) return false
    const flags = header.readUInt16LE(6)
    const size = header.readUInt32LE(18)
    return header.readUInt16LE(26) === member.fileNameRaw.length && header.subarray(30).equals(member.fileNameRaw) &&
      header.readUInt16LE(8) === member.compressionMethod && (flags & ENCRYPTED) === 0 &&
      ((flags & SIZES_BEHIND) !== 0 || size === LONG_SIZE || size === member.compressedSize)
  }

  return { names: [...members.keys()], sizeOf: (name) => members.get(name)?.uncompressedSize, read, chunks, bytes: memberBytes, isPlain }
}

async function* membersOf(bytes: Bytes, where: string): AsyncGenerator<Entry> {
  // Most inputs are no archives.
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import('yauzl')
  /** What yauzl asks for its bytes. */
  class BytesReader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from([readAll(partOf(bytes, start, end - start))])
    }

    override read(
      buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void,
    ): void {
      const read = bytes.readInto(buffer.subarray(offset, offset + length), position)
      process.nextTick(callback, read === length ? null : new Error('unexpected end of the archive'))
    }
  }
  try {
    const zip = await fromRandomAccessReaderPromise(new BytesReader(), bytes.size, { autoClose: false })
    for await (const member of zip.eachEntry()) yield member
  } catch (error) {
    const words = toMessage(error)
    if (/^(?:invalid relative path|absolute path)/.test(words)) {
      throw refusal(where, `holds a member whose name leads out of it (${words})`, 'Do not trust it')
    }
    throw refusal(where, `is no readable zip archive (${words})`, 'It may be incomplete: fetch or pack it again')
  }
}

function refusal(where: string, what: string, todo: string): TattleError {
  return new TattleError('har-unreadable', `${where} ${what}. ${todo}.`)
}
