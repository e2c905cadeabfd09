/** A capture is found again when the command is given elsewhere, or its folder was moved with the database. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { locate } from '../../../src/store/locate.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-locate-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const there = ['project/reports/captures/run/one.zip', 'project/input/site.har', 'project/reports/site.har']
for (const file of there) {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), '')
}
const database = join(folder, 'project/reports/findings.sqlite')

const cases: readonly (readonly [stored: string, found: string | null, why: string])[] = [
  ['reports/captures/run/one.zip', there[0] ?? null, 'relative to the folder of the project'],
  ['reports\\captures\\run\\one.zip', there[0] ?? null, 'written on Windows'],
  ['/elsewhere/old/reports/captures/run/one.zip', there[0] ?? null, 'absolute, moved together'],
  ['input/site.har', there[1] ?? null, 'beside the folder of reports'],
  ['other/site.har', null, 'a bare name is no proof: the one beside the database is another'],
  ['../../../../etc/passwd', null, 'never above where it could be'],
  ['reports/captures/run/two.zip', null, 'not there'],
]
for (const [stored, found, why] of cases) {
  test(`${stored}: ${why}`, () => {
    assert.equal(locate(stored, database), found === null ? stored : join(folder, found))
  })
}
