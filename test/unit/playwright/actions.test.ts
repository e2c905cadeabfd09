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
