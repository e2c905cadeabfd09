/** The self-check in a real browser: that it passes, and that a recorder which sees nothing does not. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { chromium } from 'playwright/test'
import { findBrowser } from '../../../src/capture/browser.js'
import { sandboxPossible } from '../../../src/capture/environment.js'
import { checkBrowser } from '../../../src/capture/recorder.js'
import { checkRecorder } from '../../../src/capture/self-check.js'

async function start(work: string, args: readonly string[]) {
  const browser = await chromium.launch({
    executablePath: findBrowser().path, chromiumSandbox: sandboxPossible(), args: [...args],
  })
  return { browser, netlog: join(work, 'netlog.json'), close: () => browser.close() }
}

test('a browser started as for a capture passes, even where a host map covers every name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattle-checked-'))
  try {
    const hostMap = [{ pattern: '*', to: '127.0.0.1:9' }]
    const check = await checkBrowser({ browser: {}, headless: true, hostMap, thirdPartyCookies: 'allow', folder })
    assert.deepEqual([check.passed, check.detail],
      [true, 'A Blob sent as a beacon on leaving a page was recorded byte for byte.'])
    assert.deepEqual(readdirSync(folder), [], 'nothing is left behind')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a NetLog without bodies fails', async () => {
  const check = await checkRecorder((work) =>
    start(work, [`--log-net-log=${join(work, 'netlog.json')}`, '--net-log-capture-mode=Default']))
  assert.equal(check.passed, false)
  assert.match(check.detail, /not its bytes|does not have/)
})

test('no NetLog, or no browser, is a failed check and no error', async () => {
  const silent = await checkRecorder((work) => start(work, []))
  assert.equal(silent.passed, false)
  const missing = await checkRecorder(() => Promise.reject(new Error('no browser here')))
  assert.deepEqual([missing.passed, missing.detail], [false, 'It could not be made: no browser here'])
})
