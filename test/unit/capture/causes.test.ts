import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCauses, type TimedAction } from '../../../src/capture/causes.js'

const action = (title: string, begun: number, ended?: number, passes = false): TimedAction =>
  ({ title, location: `scenarios/a.spec.ts:${begun}:1`, begun, ended, passes })

const actions: readonly TimedAction[] = [
  action('click', 200, 260), action('goto', 100, 190), action('dialog', 300, 500), action('fill', 350, 400),
  action('evaluate', 600, 650, true), action('press', 700),
]

const titleAt = (time: number): unknown => {
  const { _action } = createCauses(actions).of({ request: { url: 'https://a.example/' } }, time) as { _action?: { title?: unknown } }
  return _action?.title
}

for (const [time, title, why] of [
  [99, undefined, 'nothing had begun'],
  [100, 'goto', 'its first moment'],
  [195, 'goto', 'none is running: the last that had begun'],
  [200, 'click', 'the next has begun'],
  [299, 'click', 'late, and still the last'],
  [370, 'fill', 'of two that are running, the one that began last'],
  [450, 'dialog', 'the inner one has ended, the outer still runs'],
  [620, 'evaluate', 'what looks counts while it is running'],
  [680, 'fill', 'and not afterwards: then it is the one that had begun last'],
  [9_999, 'press', 'what never ended is running'],
] as const) {
  test(`a request at ${time}: ${String(title)}, ${why}`, () => assert.equal(titleAt(time), title))
}

test('what redirects or a preflight led to was caused when it was asked for, be that before any action', () => {
  const causes = createCauses(actions)
  const entry = { request: { url: 'https://b.example/' } }
  const of = (causedAt: number) => causes.of(entry, 370, causedAt) as { _action?: { title?: unknown }, _causedAt?: unknown }
  assert.deepEqual([of(210)._action?.title, of(210)._causedAt], ['click', new Date(210).toISOString()])
  assert.equal(of(50)._action, undefined)
})

test("messages of a WebSocket have the action of their own time, what is received and the browser's own have none", () => {
  const entry = {
    request: { url: 'wss://a.example/' },
    _webSocketMessages: [{ type: 'send', time: 0.36, data: 'a' }, { type: 'receive', time: 0.36, data: 'b' }, null, { type: 'send' }],
  }
  const { _webSocketMessages: messages, _action: own } = createCauses(actions).of(entry, 150)
  assert.deepEqual(own, { title: 'goto', location: 'scenarios/a.spec.ts:100:1' })
  assert.deepEqual(messages, [
    { type: 'send', time: 0.36, data: 'a', _action: { title: 'fill', location: 'scenarios/a.spec.ts:350:1' } },
    ...entry._webSocketMessages.slice(1),
  ])
  const ofBrowser = { _ofBrowser: true, request: { url: 'https://update.example/' } }
  assert.deepEqual(createCauses(actions).of(ofBrowser, 150), ofBrowser)
})
