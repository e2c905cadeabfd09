/** `tattle export`: a capture as one plain HAR, or as WARC. */
import { existsSync } from 'node:fs'
import type { ExportFlags } from './flags.js'
import { TattleError } from '../errors.js'
import { exportHar, exportWarc } from '../evidence/export.js'
import { fileOf } from '../evidence/imported.js'
import { summarise } from '../report/summary.js'
import { toTerminal } from '../report/text.js'
import { EXIT, isSameFile, storeToRead, tell } from './outcome.js'

/** `capture` is a path, or the id of a capture in the database. */
export async function exportCapture(capture: string, flags: ExportFlags): Promise<number> {
  if (flags.har === undefined && flags.warc === undefined) {
    throw new TattleError('usage', 'Nothing is to be written: name a file with --har or --warc.')
  }
  const written: { file: string; entries: number; missing: number }[] = []
  const { input, harSha256 } = existsSync(capture) ? { input: capture } : placeOf(capture, flags)
  for (const [out, write] of [[flags.har, exportHar], [flags.warc, exportWarc]] as const) {
    if (out === undefined) continue
    if (isSameFile(input, out)) throw new TattleError('usage', `${out} is what is to be exported; name another file to write.`)
    const { entries, missing, diagnostics } = await write(input, out, harSha256)
    const lost = missing === 0 ? '' : `; ${missing} bodies are missing in it`
    written.push({ file: out, entries, missing })
    if (flags.quiet) continue
    for (const { message } of diagnostics) process.stderr.write(`tattle: ${toTerminal(message)}\n`)
    if (!flags.json) process.stderr.write(`${out}: ${entries} entries${lost}\n`)
  }
  if (flags.json) tell(flags, written, [])
  return EXIT.done
}

function placeOf(id: string, flags: ExportFlags): { readonly input: string, readonly harSha256?: string } {
  const store = storeToRead(flags)
  try {
    const [found] = store.report({ captureIds: [id] }, summarise, 'some').captures
    if (found?.path && existsSync(found.path)) return { input: found.path }
    const archive = found?.path ? fileOf(found.path) : null
    if (found !== undefined && archive !== null) return { input: archive, harSha256: found.harSha256 }
    throw new TattleError('capture-unreadable', `The capture ${id} is not at ${found?.path ?? 'any path'} any more; give the path of the capture instead.`)
  } finally {
    store.close()
  }
}
