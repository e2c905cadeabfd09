/** Set-up says what is missing in one sentence, with exit status 2, and does nothing where nothing is to be done. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

function setup(args: readonly string[], options: { env?: Record<string, string>; node?: readonly string[] } = {}): { status: number | null; err: string } {
  const { status, stderr } = spawnSync(process.execPath, [...options.node ?? [], 'setup.mjs', ...args], { encoding: 'utf8', env: { ...process.env, ...options.env } })
  return { status, err: stderr }
}

test('a Node that is too old', () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.18.1"}})'
  const { status, err } = setup(['test'], { node: ['--import', older] })
  assert.equal(status, 2)
  assert.match(err, /^tattle needs Node 20\.19 or newer and this is 20\.18\.1: .+\n$/)
})

test('a browser that is not where TATTLE_BROWSER says, in an installed and built tree', () => {
  const { status, err } = setup(['start'], { env: { TATTLE_BROWSER: '/no/such/browser' } })
  assert.equal(status, 2)
  assert.match(err, /^There is no browser at \/no\/such\/browser.+\n$/, 'nothing else was said, so nothing else was done')
})

test('a task that there is none of, and words that no test has in its path', () => {
  assert.match(setup(['dance']).err, /^setup\.mjs does start, test, clinic; "dance" is none of them\.\n$/)
  const { status, err } = setup(['test', 'no-test-of-this-name'])
  assert.equal(status, 2)
  assert.match(err, /^No test file has no-test-of-this-name in its path/)
})
