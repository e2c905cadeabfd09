import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { SelfCheckResult } from '../../../src/capture/manifest.js'
import { checkOnce } from '../../../src/playwright/check-once.js'
import { pause } from '../../../src/playwright/quiet.js'

const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })

function run(): { readonly folder: string; count(): number; check(passed: boolean): () => Promise<SelfCheckResult> } {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-check-once-'))
  folders.push(folder)
  let made = 0
  return {
    folder,
    count: () => made,
    check: (passed) => async () => {
      made++
      await pause(60)
      return { passed, detail: `number ${made}`, at: '2026-01-01T00:00:00.000Z', ms: 60 }
    },
  }
}

describe('the self-check of a run', () => {
  it('is made once, whoever asks and when', async () => {
    const { folder, count, check } = run()
    const together = await Promise.all([1, 2, 3].map(() => checkOnce(folder, { headless: true }, check(true))))
    const later = await checkOnce(folder, { headless: true }, check(true))
    assert.deepEqual([...together, later].map(({ detail }) => detail), Array(4).fill('number 1'))
    assert.equal(count(), 1)
  })

  it('is made for each way to start a browser', async () => {
    const { folder, count, check } = run()
    for (const headless of [true, false]) await checkOnce(folder, { headless }, check(true))
    assert.equal(count(), 2)
  })

  it('that failed is nobody else\'s', async () => {
    const { folder, count, check } = run()
    const [first, second] = await Promise.all([checkOnce(folder, {}, check(false)), checkOnce(folder, {}, check(false))])
    assert.ok(!first.passed && !second.passed)
    assert.equal(count(), 2)
    assert.ok((await checkOnce(folder, {}, check(true))).passed)
  })

  it('is made again where the worker that was at it is gone, and where there is no folder', async () => {
    const { folder, count, check } = run()
    await checkOnce(folder, {}, check(true))
    const [file = ''] = readdirSync(folder)
    rmSync(join(folder, file))
    writeFileSync(join(folder, `${file}.lock`), '')
    await checkOnce(folder, {}, check(true), 120)
    assert.equal(count(), 2)
    await checkOnce(undefined, {}, check(true))
    assert.equal(count(), 3)
  })

  it('waits for no process that has ended', async () => {
    const { folder, count, check } = run()
    await checkOnce(folder, {}, check(true))
    const [file = ''] = readdirSync(folder)
    rmSync(join(folder, file))
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(folder, `${file}.lock`), String(pid))
    await checkOnce(folder, {}, check(true), Infinity)
    assert.equal(count(), 2)
  })
})
