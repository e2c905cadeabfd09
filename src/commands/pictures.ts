/** The screenshots of a capture, a zip or a folder. A picture is welcome: what cannot be read is left out. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openFile, isZip, readAll } from '../har/bytes.js'
import { openArchive } from '../har/zip.js'
import type { Picture } from '../report/illustration.js'
import type { PictureRole } from '../report/words.js'

const FOLDER = 'screenshots/'
const MOST_PICTURES = 40
const MOST_BYTES = 4 * 1024 * 1024

export async function toPictures(captureId: string, path: string): Promise<Picture[]> {
  const files = await read(path)
  return files.slice(0, MOST_PICTURES).flatMap(({ name, image }) =>
    typeOf(image) === null ? [] : [{ captureId, name, role: roleOf(name), image }])
}

/** `image/jpeg`, by what the bytes are, or null. */
export function typeOf(image: Uint8Array): string | null {
  const start = Buffer.from(image.buffer, image.byteOffset, Math.min(12, image.byteLength)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('\x89PNG')) return 'image/png'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null
}

/** Names are ours: `01-consent-before.jpg`, `02-consent-after.jpg`, `03-consent-withdrawn.jpg`, `04-end.jpg`. */
function roleOf(name: string): PictureRole {
  if (/-before\.\w+$/.test(name)) return 'before'
  if (/-after\.\w+$/.test(name)) return 'after'
  if (/-withdrawn\.\w+$/.test(name)) return 'withdrawn'
  return /-end\.\w+$/.test(name) ? 'end' : 'step'
}

interface Named { readonly name: string; readonly image: Uint8Array }

async function read(path: string): Promise<Named[]> {
  try {
    if (statSync(path).isDirectory()) return readFolder(join(path, FOLDER))
    const bytes = openFile(path)
    try {
      if (!isZip(readAll(bytes, 4))) return []
      const archive = await openArchive(bytes, path)
      return archive.names.filter((name) => name.startsWith(FOLDER)).sort().flatMap((name) => {
        const image = archive.read(name, MOST_BYTES)
        return image === undefined ? [] : [{ name, image }]
      })
    } finally {
      bytes.close()
    }
  } catch {
    return []
  }
}

function readFolder(folder: string): Named[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const file = lstatSync(join(folder, name))
    if (!file.isFile() || file.size > MOST_BYTES) return []
    return [{ name: `${FOLDER}${name}`, image: readFileSync(join(folder, name)) }]
  })
}
