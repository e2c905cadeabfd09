import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeZip } from '../../../src/capture/har-zip.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-har-zip-'))
const zone = process.env['TZ']
after(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  rmSync(folder, { recursive: true, force: true })
})

test('equal contents make equal zips, wherever they are written', async () => {
  const zips: Buffer[] = []
  for (const place of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
    process.env['TZ'] = place
    const zip = join(folder, 'same.zip')
    await writeZip(zip, [{ name: 'capture.har', content: Buffer.from('{}') }])
    zips.push(readFileSync(zip))
  }
  assert.deepEqual(zips.map((zip) => zip.equals(zips[0]!)), [true, true, true])
})
