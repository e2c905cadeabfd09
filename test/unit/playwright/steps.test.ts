import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { CaptureStep } from '../../../src/capture/manifest.js'
import { stepAt } from '../../../src/assess/steps.js'
import { flattenSteps, isOwnCode, typedIn, type StepLike } from '../../../src/playwright/steps.js'

const start = Date.parse('2026-03-01T10:00:00.000Z')

function step(category: string, title: string, from: number, to: number, steps: StepLike[] = [], more: Partial<StepLike> = {}): StepLike {
  return { category, title, startTime: new Date(start + from), duration: to - from, steps, ...more }
}

function at(ms: number): string {
  return new Date(start + ms).toISOString()
}

const steps: CaptureStep[] = flattenSteps([
  step('hook', 'Before Hooks', 0, 90),
  step('test.step', 'Search', 100, 500, [
    step('pw:api', 'Fill', 110, 150),
    step('test.step', 'Choose a town', 200, 300, [step('pw:api', 'Click', 210, 290)]),
    step('pw:api', 'Click', 310, 490, [], { params: { locator: "getByRole('button')" } }),
  ]),
  step('pw:api', 'Navigate', 700, 900),
], '/project')

test('a request belongs to the innermost named step that was running', () => {
  assert.equal(stepAt(steps, at(120)), 'Search')
  assert.equal(stepAt(steps, at(250)), 'Choose a town')
  assert.equal(stepAt(steps, at(400)), 'Search')
})

test('where no named step runs, the action; where nothing runs, what ended last', () => {
  assert.equal(stepAt(steps, at(800)), 'Navigate')
  assert.equal(stepAt(steps, at(600)), 'Search')
  assert.equal(stepAt(steps, at(5_000)), 'Navigate')
})

test('to wait is no action: what is sent meanwhile belongs to the click before or beside it', () => {
  const waiting = flattenSteps([
    step('pw:api', 'Wait for event "popup"', 100, 300), step('pw:api', 'Click', 110, 200), step('pw:api', 'Wait for timeout', 300, 900),
    step('test.step', 'Wait for the doctor', 1_000, 1_100),
  ], '/project')
  for (const time of [150, 250, 500, 950]) assert.equal(stepAt(waiting, at(time)), 'Click', String(time))
  assert.equal(stepAt(waiting, at(1_050)), 'Wait for the doctor')
})

test('of two actions that run, the one whose line is known: the other may still wait for its element', () => {
  const line = (number: number) => ({ location: { file: '/project/a.spec.ts', line: number, column: 3 } })
  const both = flattenSteps([
    step('pw:api', 'Click "one"', 100, 300, [], line(5)), step('pw:api', 'Click "two"', 110, 900, [], line(6)),
    step('test.step', 'Book', 1_000, 1_100, [step('pw:api', 'Click "one"', 1_010, 1_090, [], line(5))]),
  ], '/project')
  for (const time of [200, 600]) assert.equal(stepAt(both, at(time), 'a.spec.ts:5:3'), 'Click "one"', String(time))
  assert.equal(stepAt(both, at(600), 'a.spec.ts:6:3'), 'Click "two"')
  assert.equal(stepAt(both, at(600)), 'Click "two"')
  for (const time of [1_050, 2_000]) assert.equal(stepAt(both, at(time), 'a.spec.ts:5:3'), 'Book', String(time))
})

test('before the first step, and without a time, there is none; hooks do not count', () => {
  assert.equal(stepAt(steps, at(50)), null)
  assert.equal(stepAt(steps, null), null)
  assert.equal(stepAt(steps, 'not a time'), null)
})

test('a step that never ended runs on', () => {
  const open = flattenSteps([step('test.step', 'Hangs', 0, -1)], '/')
  assert.equal(open[0]?.endedAt, null)
  assert.equal(stepAt(open, at(60_000)), 'Hangs')
})

test('an action is named with its element, a place relative to the project', () => {
  const [click] = flattenSteps([step('pw:api', 'Click', 0, 1, [], {
    params: { locator: "getByRole('link')" }, location: { file: '/project/scenarios/a.spec.ts', line: 4, column: 2 },
  })], '/project')
  assert.equal(click?.title, "Click getByRole('link')")
  assert.equal(click?.location, 'scenarios/a.spec.ts:4:2')
})

test('what is typed into a field for secrets is left out, other values stay', () => {
  const fill = (value: string, locator: string): string | undefined =>
    flattenSteps([step('pw:api', `Fill "${value}"`, 0, 1, [], { params: { locator } })], '/')[0]?.title
  assert.equal(fill('hunter2 "x"', "getByLabel('Passwort')")?.includes('hunter2'), false)
  assert.equal(fill('123456', "locator('#otp')")?.includes('123456'), false)
  assert.equal(fill('Urologie', "getByLabel('Suche')"), `Fill "Urologie" getByLabel('Suche')`)
})

test('what this package does for itself is no step; a call that it passes on stands at the user\'s line', () => {
  const own = fileURLToPath(new URL('../../../src/playwright/session.js', import.meta.url))
  assert.ok(isOwnCode(own))
  assert.ok(isOwnCode(own.replace(/([\\/])dist([\\/])/, '$1').replace(/\.js$/, '.ts')))
  assert.ok(!isOwnCode(join(process.cwd(), 'scenarios', 'a.spec.ts')))
  const location = { file: own, line: 60, column: 1 }
  const flat = flattenSteps([
    step('pw:api', 'Screenshot', 0, 5, [], { location }),
    step('pw:api', 'Navigate', 20, 30, [], { location }),
  ], '/project', [{ at: at(18), location: '/project/a.spec.ts:7:9' }])
  assert.deepEqual(flat.map(({ title, location: place }) => [title, place]), [['Navigate', 'a.spec.ts:7:9']])
})

test('errors are one paragraph without colours', () => {
  const [failed] = flattenSteps([step('pw:api', 'Click', 0, 1, [], { error: { message: '\u001b[31mTimeout\u001b[39m\n\nCall log:\n  - waiting' } })], '/')
  assert.equal(failed?.error, 'Timeout')
})

test('what actions type is known from their titles, with its place, and a code as a whole', () => {
  const step = (title: string, category = 'pw:api', steps: StepLike[] = []): StepLike =>
    ({ category, title, startTime: new Date(0), duration: 1, steps, location: { file: '/w/tests/a.spec.ts', line: 3, column: 5 } })
  const typed = typedIn([
    step('Fill "Jörg \\"Weiß\\"" getByLabel(\'Name\')'), step('Press "Enter"'), step('Click getByText("x")'),
    step('says "Fill "', 'test.step', ['4', '8', '0', '2'].map((digit) => step(`Press "${digit}"`))),
  ], '/w')
  assert.deepEqual(typed.map(({ text }) => text), ['Jörg "Weiß"', '4', '8', '0', '2', '4802'])
  assert.ok(typed.every(({ place }) => place === 'tests/a.spec.ts:3:5'))
})
