/** Whoever of `tattle audit` is killed with no chance to say goodbye: what was recorded is found, and it is broken. */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { makeWorkplace, type Workplace } from './fixture/command.js'
import { startSite } from './fixture/site.js'

const site = await startSite()
const worker = /playwright.*(processHost|workerProcess|worker)/

interface Started { readonly here: Workplace; readonly temporary: string; readonly tattle: ChildProcess; readonly ended: Promise<{ status: number | null; err: string }> }

/** An audit whose page has been open for a moment. Its temporary files lie in a folder of their own. */
async function startAudit(here: Workplace): Promise<Started> {
  const temporary = join(here.folder, 'tmp')
  mkdirSync(temporary, { recursive: true })
  const seen = site.received.length
  const tattle = spawn(process.execPath, [
    resolve('dist/src/cli.js'), 'audit', resolve('test/e2e/fixture/slow.spec.ts'), '--base-url', 'http://www.clinic.example',
    '--consent', 'accept', '--host-map', `*.example=127.0.0.1:${site.port}`,
  ], { cwd: here.folder, env: { ...process.env, TMPDIR: temporary }, stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  tattle.stderr?.on('data', (chunk: Buffer) => { err += chunk.toString('utf8') })
  const ended = new Promise<{ status: number | null; err: string }>((done) => { tattle.on('close', (status) => { done({ status, err }) }) })
  while (!site.received.slice(seen).some(({ host }) => host === 'www.clinic.example')) await pause(100)
  await pause(1_500)
  return { here, temporary, tattle, ended }
}

/** Of all processes below this one, those whose command line has this in it. */
function below(pid: number, what: RegExp): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      parents.set(Number(name), Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]))
    } catch {
      // has just ended
    }
  }
  const isBelow = (one: number): boolean => one === pid || (parents.has(one) && parents.get(one) !== 0 && isBelow(parents.get(one) ?? 0))
  return [...parents.keys()].filter((one) => one !== pid && isBelow(one)).filter((one) => {
    try {
      return what.test(readFileSync(`/proc/${one}/cmdline`, 'utf8').replaceAll('\0', ' '))
    } catch {
      return false
    }
  })
}

const kill = (pids: readonly number[]): void => { signal(pids, 'SIGKILL') }
const signal = (pids: readonly number[], name: NodeJS.Signals): void => { for (const pid of pids) process.kill(pid, name) }

/** When no browser of its own is left, the workplace can be removed. */
async function settle(here: Workplace): Promise<void> {
  const isBusy = (name: string): boolean => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(here.folder)
    } catch {
      return false
    }
  }
  for (let round = 0; round < 100 && readdirSync('/proc').some(isBusy); round++) await pause(200)
}

async function brokenCaptures(here: Workplace): Promise<readonly string[]> {
  const manifests = await here.manifests()
  for (const { coverage, coverageReasons, target, consent } of manifests) {
    assert.equal(coverage, 'broken')
    assert.match(coverageReasons.join(' '), /The run was killed/)
    assert.equal(target, 'stand-in')
    // Which choice stood when has gone with whoever knew it; it is not said that none had been made.
    assert.deepEqual([consent.asked, consent.outcome, consent.timeline.map(({ state }) => state)], ['accept', 'failed', ['unknown']])
  }
  for (const path of here.captures()) {
    const again = await here.tattle('analyze', path, '--db', 'again.sqlite', '--json')
    assert.equal(again.status, 3, again.err)
    assert.equal((JSON.parse(again.out) as { verdict: string }).verdict, 'inconclusive')
  }
  return here.captures()
}

test('the runner, with its workers: the command says where the broken capture is', { timeout: 120_000 }, async () => {
  const here = makeWorkplace()
  try {
    const { tattle, ended, temporary } = await startAudit(here)
    kill(below(tattle.pid ?? 0, /playwright/))
    const { status, err } = await ended
    assert.equal(status, 2, err)
    assert.match(err, /A run that was killed left a recording; it is now the broken capture reports\/captures\/\w+\/\w+\.zip/)
    assert.equal((await brokenCaptures(here)).length, 1)
    assert.deepEqual(readdirSync(temporary).filter((name) => name.startsWith('tattle-')), [])
  } finally {
    await settle(here)
  }
})

test('the runner, and its worker a moment later: the command waits for what is still recorded', { timeout: 120_000 }, async () => {
  const here = makeWorkplace()
  try {
    const { tattle, ended } = await startAudit(here)
    const workers = below(tattle.pid ?? 0, worker)
    const runner = below(tattle.pid ?? 0, /playwright/).filter((pid) => !workers.includes(pid))
    signal(workers, 'SIGSTOP')
    kill(runner)
    await pause(2_000)
    kill(workers)
    const { status, err } = await ended
    assert.equal(status, 2, err)
    assert.match(err, /A run that was killed left a recording; it is now the broken capture/)
    assert.equal((await brokenCaptures(here)).length, 1)
  } finally {
    await settle(here)
  }
})

test('the worker alone: the run goes on to its end, and its capture is broken', { timeout: 120_000 }, async () => {
  const here = makeWorkplace()
  try {
    const { tattle, ended } = await startAudit(here)
    kill(below(tattle.pid ?? 0, worker))
    const { status, err } = await ended
    assert.notEqual(status, 0, err)
    assert.equal((await brokenCaptures(here)).length, 1)
  } finally {
    await settle(here)
  }
})

test('the command and all below it: the next start finishes what they left', { timeout: 180_000 }, async () => {
  const here = makeWorkplace()
  try {
    const { tattle, ended, temporary } = await startAudit(here)
    const runner = below(tattle.pid ?? 0, /playwright/)
    tattle.kill('SIGKILL')
    kill(runner)
    await ended
    assert.equal(existsSync(join(here.folder, 'reports/captures')) && here.captures().length > 0, false)
    const next = await startAudit(here)
    const { err } = await next.ended
    assert.match(err, /A run that was killed left a recording; it is now the broken capture/)
    const manifests = await here.manifests()
    assert.deepEqual(manifests.map(({ coverage }) => coverage).sort(), ['broken', 'full'])
    assert.deepEqual(readdirSync(temporary).filter((name) => name.startsWith('tattle-')), [])
  } finally {
    await settle(here)
  }
})
