/** Wherever a user may say where to write: a place that cannot be written to is one sentence and exit 2, and never a wait. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { before, test } from 'node:test'
import { whileTesting } from '../loopback.js'
import { makeWorkplace } from './fixture/command.js'

const leaking = resolve('test/cases/leak.page-url-in-dl/input.har')
const here = makeWorkplace()
before(async () => {
  writeFileSync(join(here.folder, 'file'), 'a file, and no folder')
  const made = await here.tattle('analyze', leaking, '--persona', resolve('test/cases/persona.json'))
  assert.equal(made.status, 0, made.err)
  const packed = await here.tattle('evidence', 'pack', 'latest', '--no-sign', '--out', 'bundle')
  assert.equal(packed.status, 0, packed.err)
})

// Node's own recursive mkdir never returns for the first of them.
for (const place of ['/proc/nowhere/deep', 'file/deep']) {
  const commands: readonly (readonly string[])[] = [
    ['analyze', leaking, '--db', `${place}/f.sqlite`],
    ['audit', 'http://127.0.0.1:1/', '--db', `${place}/f.sqlite`],
    ['audit', 'http://127.0.0.1:1/', '--consent', 'no-choice', '--profile', `${place}/profile`],
    ['record', 'http://127.0.0.1:1/', '--headless', '--db', `${place}/f.sqlite`],
    ['record', 'http://127.0.0.1:1/', '--headless', '--profile', `${place}/profile`],
    ['report', '--out', `${place}/page.html`],
    ['report', '--format', 'json', '--out', `${place}/page.json`],
    ['check', '--update-baseline', '--baseline', `${place}/baseline`],
    ['check', '--report', `json=${place}/check.json`],
    ['export', leaking, '--har', `${place}/plain.har`],
    ['export', leaking, '--warc', `${place}/plain.warc.gz`],
    ['evidence', 'keygen', '--no-passphrase', '--key', `${place}/key.pem`],
    ['evidence', 'pack', 'latest', '--no-sign', '--out', `${place}/bundle`],
    ['evidence', 'pack', 'latest', '--no-sign', '--out', `${place}/bundle.zip`],
    ['evidence', 'redact', 'bundle', '--no-sign', '--out', `${place}/copy`],
    ['evidence', 'redact', 'bundle', '--no-sign', '--out', `copy-${place.length}`, '--salt-file', `${place}/salt`],
  ]
  for (const command of commands) {
    test(`tattle ${command.join(' ').replace(leaking, 'some.har')}`, { timeout: 60_000 }, async () => {
      const { status, err } = await here.tattle(...command)
      assert.equal(status, 2, err)
      assert.match(err, /^tattle: [^\n]+[.)]\n$/s)
      assert.doesNotMatch(err, /error of its own/)
    })
  }
}

test('a database that turns out to have no room: exit 2, and where the captures are', { timeout: 60_000 }, async () => {
  const { port } = await whileTesting(createServer((_request, response) => { response.end('<!doctype html><link rel="icon" href="data:,">') }))
  const { status, err, out } = await here.tattle('audit', `http://127.0.0.1:${port}/`, '--consent', 'no-choice', '--db', '/dev/full')
  assert.equal(status, 2, out + err)
  assert.match(err, /could not be kept: .* The captures are in reports\/captures\/\w+; "tattle analyze" reads them\.\n$/)
  assert.equal(here.captures().length, 1)
})
