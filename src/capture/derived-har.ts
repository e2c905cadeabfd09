/** Writes the derived HAR: one entry a line, bodies beside it. */
import { Readable } from 'node:stream'
import type { HarEntry, HarPage } from '../har/types.js'
import { bodyOf } from './har-entry.js'
import { writeZip, type ZipMember } from './har-zip.js'
import type { NetLogContents } from './netlog/requests.js'
import type { OriginalHar } from './original-har.js'

/** `bodies`: those that the original has not, by the name of their file. Throws `output-unwritable`. */
export async function writeDerivedHar(
  out: string, har: OriginalHar | undefined, netlog: NetLogContents | undefined, pages: readonly HarPage[],
  entries: readonly HarEntry[], bodies: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const [name = 'Chromium', version = ''] = netlog?.file.browser.split(' ') ?? []
  const head = JSON.stringify({
    version: '1.2',
    creator: { name: 'tattle', version: '1' },
    browser: har?.log['browser'] ?? { name, version },
    ...har?.log['creator'] === undefined ? {} : { _recorder: har.log['creator'] },
    pages,
  })
  const lines = function* (): Generator<string> {
    yield `{"log":${head.slice(0, -1)},"entries":[\n`
    for (const [index, entry] of entries.entries()) yield `${index > 0 ? ',\n' : ''}${JSON.stringify(entry)}`
    yield '\n]}}\n'
  }
  const names = new Set<string>()
  for (const entry of entries) {
    for (const file of [bodyOf(entry)?._file, entry.response?.content?._file]) {
      if (typeof file === 'string') names.add(file)
    }
  }
  const zip = har?.zip
  const members = [...names].sort().flatMap((file): ZipMember[] => {
    const compress = !/\.(png|jpe?g|gif|webp|avif|woff2?|mp4|webm|gz|zip|br)$/i.test(file)
    const bytes = bodies.get(file)
    if (bytes !== undefined) return [{ name: file, content: Buffer.from(bytes), compress }]
    return zip?.has(file) === true ? [{ name: file, content: () => zip.stream(file), compress }] : []
  })
  const document = (): Promise<Readable> => Promise.resolve(Readable.from(lines(), { objectMode: false }))
  await writeZip(out, [{ name: 'har.har', content: document }, ...members])
}
