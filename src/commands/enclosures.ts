/**
 * What a capture, zip or folder, holds beside its traffic: screenshots, and what the site had stored. Both are welcome:
 * what cannot be read, or is not of the shape that it should be, is left out.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { keptIn } from '../assess/stored.js'
import { openFile, isZip, readAll } from '../har/bytes.js'
import { openArchive } from '../har/zip.js'
import type { FileDigest } from '../model.js'
import type { Picture, Stored } from '../report/illustration.js'
import type { PictureRole } from '../report/words.js'
import { listOf, textOf } from '../shapes.js'

export interface Enclosures {
  readonly pictures: readonly Picture[]
  readonly storage: readonly Stored[]
  /** What is not as it was recorded, and therefore left out. */
  readonly edited: readonly string[]
}

const MOST_PICTURES = 60
const MOST_STORED = 300
const MOST_TITLE = 2_000
const MOST_BYTES = 4 * 1024 * 1024
const MOST_JSON_BYTES = 16 * 1024 * 1024
const NONE: Enclosures = { pictures: [], storage: [], edited: [] }

type Read = (name: string, limit: number) => Buffer | undefined

/** `recorded`: the digests that the database keeps; what is of none of them is taken as it is. */
export async function toEnclosures(captureId: string, path: string, recorded: readonly FileDigest[]): Promise<Enclosures> {
  try {
    if (statSync(path).isDirectory()) return from(captureId, (name, limit) => readIn(path, name, limit), recorded)
    const bytes = openFile(path)
    try {
      if (!isZip(readAll(bytes, 4))) return NONE
      const archive = await openArchive(bytes, path)
      return from(captureId, (name, limit) => archive.read(name, limit), recorded)
    } finally {
      bytes.close()
    }
  } catch {
    return NONE
  }
}

function from(captureId: string, readAny: Read, recorded: readonly FileDigest[]): Enclosures {
  const edited = new Set<string>()
  const read: Read = (name, limit) => {
    const content = readAny(name, limit)
    const sha256 = recorded.find((file) => file.name === name)?.sha256
    if (content === undefined || sha256 === undefined || sha256 === createHash('sha256').update(content).digest('hex')) return content
    edited.add(name)
    return undefined
  }
  const pictures = listOf(jsonOf(read, 'screenshots.json')).slice(0, MOST_PICTURES).flatMap((one): Picture[] => {
    const file = textOf(one, 'file')
    const image = /^screenshots\/[\w.-]+$/.test(file) ? read(file, MOST_BYTES) : undefined
    if (image === undefined || !isPicture(image)) return []
    const role = roleOf(file)
    return [{ captureId, name: file, role, title: role === 'step' ? textOf(one, 'title', MOST_TITLE) : null, image }]
  })
  const storage = toStored(captureId, jsonOf(read, 'storage.json'))
  return { pictures, storage, edited: [...edited] }
}

/** Names are ours: `01-consent-before.jpg`, `02-consent-after.jpg`, `11-consent-withdrawn.jpg`, `12-end.jpg`. */
function roleOf(name: string): PictureRole {
  const [, role] = /-(consent-before|consent-after|consent-withdrawn|end)\.\w+$/.exec(name) ?? []
  return role === undefined ? 'step' : role.replace('consent-', '') as PictureRole
}

/** By what the bytes are, not by what they are called. */
function isPicture(image: Buffer): boolean {
  return image.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) || image.subarray(0, 4).toString('latin1') === '\x89PNG'
}

/** Each thing once: where it was first seen, with the value that it had then. */
function toStored(captureId: string, record: unknown): Stored[] {
  return keptIn(record).slice(0, MOST_STORED).map(({ area, name, values, place, step, setBy, setByUrl, expires }) => ({
    captureId, what: area, name, value: (values[0] ?? '').slice(0, 2_000), place, since: step ?? '', setBy,
    setByUrl: setByUrl ?? '', expires,
  }))
}

// ── files ──

function jsonOf(read: Read, name: string): unknown {
  try {
    const content = read(name, MOST_JSON_BYTES)
    return content === undefined ? undefined : JSON.parse(content.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function readIn(folder: string, name: string, limit: number): Buffer | undefined {
  const path = join(folder, name)
  const file = lstatSync(path, { throwIfNoEntry: false })
  return file?.isFile() === true && file.size <= limit ? readFileSync(path) : undefined
}
