import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createActionLog } from '../../../src/playwright/actions.js'
import type { ApiCall } from '../../../src/playwright/suite/calls.js'

const call = (method: string, name: string, rest: Partial<ApiCall> = {}): ApiCall =>
  ({ at: 1, type: 'Frame', method, params: {}, name, location: '/p/a.spec.ts:3:5', caller: '/p/a.spec.ts:3:5', ...rest })

function logged(...calls: ApiCall[]): string[] {
  const log = createActionLog(() => [], '/p', { MY_SECRET: 'hunter22' })
  for (const one of calls) log.begun(one)
  return log.list().map(({ title, location }) => `${title} · ${location ?? '-'}`)
}

for (const [why, given, expected] of [
  ['what is typed stays out', call('fill', 'locator.fill', { params: { value: 'Jörg' } }), ['fill · a.spec.ts:3:5']],
  ['keys stay out', call('keyboardType', 'keyboard.type', { params: { text: 'Jörg' } }), ['keyboard.type · a.spec.ts:3:5']],
  ['an address without query, fragment and credentials', call('goto', 'page.goto', { params: { url: 'https://u:p@a.example/b?c=d#e' } }),
    ['goto https://a.example/b · a.spec.ts:3:5']],
  ["goto has the author's line though it came by way of ours", call('goto', 'page.goto', { location: '', params: { url: '/' } }), ['goto / · a.spec.ts:3:5']],
  ['a click of our own is what its work is called', call('click', 'locator.click', { location: '' }), []],
  ['so is our leaving of the site', call('goto', 'page.goto', { location: '', params: { url: 'about:blank' } }), []],
  ['values of the environment that are secret', call('goto', 'page.goto', { params: { url: '/x/hunter22' } }), ['goto /x/‹masked› · a.spec.ts:3:5']],
  ['looking is no action', call('textContent', 'locator.textContent'), []],
  ['nor is our own looking', call('evaluateExpression', 'page.evaluate', { location: '' }), []],
  ['a script of the author is one', call('evaluateExpression', 'page.evaluate'), ['evaluate · a.spec.ts:3:5']],
  ['so is one that is given an element', call('waitForSelector', 'locator.evaluate'), ['evaluate · a.spec.ts:3:5']],
  ['waiting for an element is none', call('waitForSelector', 'locator.waitFor'), []],
] as const) test(why, () => assert.deepEqual(logged(given), expected))

test('an action ends when its call ends, and an action of a helper when its work does', async () => {
  const log = createActionLog(() => [], '/p', {})
  const click = call('click', 'locator.click')
  log.begun(click)
  assert.equal(log.list()[0]?.ended, undefined)
  log.ended(click)
  assert.ok((log.list()[0]?.ended ?? 0) > 0)
  await assert.rejects(log.during('Accept the consent banner', () => Promise.reject(new Error('gone'))), /gone/)
  assert.equal(log.list()[1]?.location, null)
  assert.ok((log.list()[1]?.ended ?? 0) >= (log.list()[1]?.begun ?? Infinity))
})

test('a click that waits for its element begins with its input, and is none where it never finds it', () => {
  type Heard = { onBeforeInputAction(...given: readonly unknown[]): void }
  let heard: Heard | undefined
  const instrumentation = { addListener: (listener: Heard) => { heard = listener }, removeListener: () => { heard = undefined } }
  const owner = { _connection: { toImpl: () => ({ instrumentation }) } }
  const log = createActionLog(() => [], '/p', {})
  log.listen(owner)
  const first = call('click', 'locator.click', { stepId: () => 'pw:api@1', params: { selector: '#one' } })
  const second = call('click', 'locator.click', { stepId: () => 'pw:api@2', params: { selector: '#two' } })
  const key = call('keyboardPress', 'keyboard.press', { at: 7 })
  for (const one of [first, second, key]) log.begun(one)
  assert.deepEqual(log.list().map(({ begun }) => begun), [7], 'only what waits for no element has begun')
  const before = Date.now()
  heard?.onBeforeInputAction({ metadata: { id: 'pw:api@1', method: 'click', params: { selector: '#one' } } }, {})
  const [one] = log.list()
  assert.ok((one?.begun ?? 0) >= before)
  assert.equal(log.inputSince(before), one?.begun)
  assert.equal(log.inputSince(Date.now() + 60_000) > Date.now(), true, 'before the time that is asked for, none counts')
  log.ended(first)
  log.ended(second)
  assert.equal(log.list().length, 2)
  log.dispose()
  assert.equal(heard, undefined)
})

test('where inputs cannot be heard, a click begins with its call', () => {
  const log = createActionLog(() => [], '/p', {})
  log.listen({})
  log.begun(call('click', 'locator.click'))
  assert.deepEqual(log.list().map(({ begun }) => begun), [1])
})
