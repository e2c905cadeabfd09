/** What the browser of an audit inherits, as the kernel tells it while the browser runs: no key, no passphrase. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { makeWorkplace } from './fixture/command.js'
import { startSite } from './fixture/site.js'

const site = await startSite()
const here = makeWorkplace()

const mark = `mark-${randomUUID()}`
const SECRETS = {
  TATTLE_PASSPHRASE: `one-${randomUUID()}`, TATTLE_EVIDENCE_KEY: `two-${randomUUID()}`, SIGNING_KEY_PASSPHRASE: `three-${randomUUID()}`,
  CI_JOB_TOKEN: `four-${randomUUID()}`,
}

/** Environments of all running browsers that were started from here, by process. */
function look(seen: Map<string, string>): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--user-data-dir=')) continue
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
      if (environment.includes(mark)) seen.set(pid, environment)
    } catch { /* it has ended, or is another user's */ }
  }
}

test('the browser inherits no key and no passphrase, and what it needs', {
  timeout: 180_000, skip: existsSync('/proc/self/environ') ? false : 'needs /proc',
}, async () => {
  const given = { ...SECRETS, AUDIT_MARK: mark }
  Object.assign(process.env, given)
  const seen = new Map<string, string>()
  const looking = setInterval(() => look(seen), 50)
  try {
    const { status, err } = await here.tattle('audit', 'http://www.clinic.example/', '--consent', 'no-choice', '--host-map', `*.example=127.0.0.1:${site.port}`)
    assert.equal(status, 0, err)
  } finally {
    clearInterval(looking)
    for (const name of Object.keys(given)) Reflect.deleteProperty(process.env, name)
  }
  assert.ok(seen.size > 0, 'a browser was seen')
  for (const environment of seen.values()) {
    const names = environment.split('\0').map((one) => one.replace(/=[^]*/, ''))
    assert.deepEqual(names.filter((name) => name.startsWith('TATTLE_') || name in SECRETS), [])
    for (const secret of Object.values(SECRETS)) assert.ok(!environment.includes(secret))
    assert.ok(names.includes('PATH'))
  }
})
