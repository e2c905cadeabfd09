/** Whatever dies on the way: what remains is readable, and it is broken. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { findLeftovers, finishLeftover } from '../../src/capture/leftovers.js'
import { analyzeInput } from '../../src/pipeline.js'
import { startSite } from './fixture/site.js'

const site = await startSite()

interface Ended { readonly folder: string, readonly output: string, readonly errors: string, readonly signal: string | null }

async function crash(how: string, limitKb?: number): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-crashes-'))
  const script = fileURLToPath(new URL('./fixture/crashing.js', import.meta.url))
  const args = [script, how, String(site.port), folder]
  const limited = ['-c', `trap '' XFSZ; ulimit -f ${limitKb ?? 0}; exec "$0" "$@"`, process.execPath, ...args]
  const child = limitKb === undefined ? spawn(process.execPath, args) : spawn('bash', limited)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
  const signal = await new Promise<string | null>((resolve) => { child.on('close', (_code, by) => { resolve(by) }) })
  return { folder, output, errors, signal }
}

/** The capture that there is, finished where it was not, analysed. */
async function whatRemains({ folder }: Ended) {
  for (const left of findLeftovers(folder)) await finishLeftover(left, folder)
  const zip = readdirSync(folder).find((name) => name.endsWith('.zip'))
  assert.ok(zip, 'nothing remains')
  const [analysed] = await analyzeInput(join(folder, zip), { runId: 'test' })
  assert.ok(analysed)
  return analysed
}

const cases: readonly (readonly [string, RegExp])[] = [
  ['killed', /The run was killed/], ['page', /A page crashed/], ['first page', /A page crashed/], ['browser', /The browser ended before the scenario/],
  ['network', /restarted|missing from the NetLog/],
]
for (const [how, reason] of cases) {
  test(`${how}: broken, and what was sent before is in it`, async () => {
    const ended = await crash(how)
    try {
      assert.equal(ended.signal, how === 'killed' ? 'SIGKILL' : null)
      const { capture, requests } = await whatRemains(ended)
      assert.equal(capture.coverage, 'broken', ended.output + ended.errors)
      assert.match(capture.coverageReasons.join(' '), reason)
      // The log is buffered, and one that began anew lacks what was before; the HAR has that.
      if (how !== 'killed' && how !== 'browser') assert.ok(requests.length >= 40, `${requests.length} requests`)
      else assert.ok(requests.length >= 10, `${requests.length} requests`)
      if (how === 'killed') assert.equal(capture.target, 'stand-in')
    } finally {
      rmSync(ended.folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
    }
  })
}

test('a full disk: broken, or refused with what there is left in place', async () => {
  const ended = await crash('full', 1_500)
  try {
    const { capture } = await whatRemains(ended)
    assert.equal(capture.coverage, 'broken', ended.output + ended.errors)
  } finally {
    rmSync(ended.folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 })
  }
})
