/**
 * Writes a report piece by piece at the pace of the one who reads it, so that a large one needs little memory.
 */
import type { Writable } from 'node:stream'
import { TattleError, toMessage } from '../errors.js'

const BATCH = 64 * 1024

/** Resolves when everything was taken; does not end the stream. Throws `output-unwritable`. */
export async function writeAll(out: Writable, pieces: Iterable<string>): Promise<void> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < BATCH) continue
    await writeOne(out, batch)
    batch = ''
  }
  if (batch !== '') await writeOne(out, batch)
}

function writeOne(out: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    out.write(text, (cause) => {
      // A reader that has seen enough (`| head`) is no fault; whoever watches standard output says what is wrong with it.
      const isTold = (cause as NodeJS.ErrnoException | null | undefined)?.code === 'EPIPE' || out === process.stdout
      if (cause === null || cause === undefined || isTold) return resolve()
      reject(new TattleError(
        'output-unwritable',
        `The report could not be written (${toMessage(cause)}); check the place that --out names and the room there.`,
        { cause },
      ))
    })
  })
}
