/** A HAR that was made elsewhere: the file it is in, and the bodies that lie beside it. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { TattleError } from '../errors.js'
import { openInput, type HarDocument } from '../har/read.js'

export interface Imported {
  /** The HAR, or the archive that holds it. */
  readonly file: string
  /** Names of bodies in files of their own, beside it. */
  readonly attached: readonly string[]
}

/** `path` as the database names it: a file, or a member of an archive. Throws `capture-unreadable`. */
export async function findImported(path: string, harSha256: string): Promise<Imported> {
  const file = fileOf(path)
  if (file === null) throw new TattleError('capture-unreadable', `The HAR ${path} is not there any more; put it back, and pack again.`)
  for (const document of await openInput(file)) {
    try {
      const attached = new Set<string>()
      const note = (holder: { readonly _file?: unknown } | null | undefined): void => {
        if (typeof holder?._file === 'string' && document.body(holder._file) !== undefined) attached.add(holder._file)
      }
      const { sha256 } = await document.read({
        entry: (entry) => {
          note(entry.request?.postData)
          note(entry.response?.content)
        },
        diagnostic: () => {},
      })
      if (sha256 === harSha256) return { file, attached: isBeside(document, file) ? [...attached].sort() : [] }
    } finally {
      document.close()
    }
  }
  throw new TattleError('capture-unreadable', `The HAR ${path} is not the one that was analysed: it was changed since.`)
}

/** The one of an input's HARs that has this digest; the others are closed. Undefined where there is none. */
export async function openImported(path: string, harSha256: string): Promise<HarDocument | undefined> {
  const digests: string[] = []
  for (const document of await openInput(path)) {
    digests.push((await document.read({ entry: () => {}, diagnostic: () => {} })).sha256)
    document.close()
  }
  const documents = await openInput(path) // each is read once
  const at = digests.indexOf(harSha256)
  for (const [other, document] of documents.entries()) if (other !== at) document.close()
  return documents[at]
}

/** Bodies in an archive come with it. */
function isBeside(document: HarDocument, file: string): boolean {
  return document.name === file && !/\.zip$/i.test(basename(file))
}

/** The file, or the archive that it is a member of. */
export function fileOf(path: string): string | null {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) return statSync(at).isDirectory() ? null : at
    if (dirname(at) === at) return null
  }
}

