import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinRequests, type Joinable } from '../../../src/capture/join.js'

const at = (startedAt: number, url = 'https://t.test/p', method = 'POST'): Joinable => ({ url, method, startedAt })

test('the same URL and method are joined in the order of time, whatever the order of the lists', () => {
  const { pairs } = joinRequests([at(300), at(100), at(200)], [at(210), at(310), at(110)])
  assert.deepEqual([...pairs].sort(), [[0, 1], [1, 2], [2, 0]])
})

test('where one list has more, the nearest in time are joined, after the median offset', () => {
  const anchors = [at(0, 'https://a.test/'), at(10, 'https://b.test/'), at(20, 'https://c.test/')]
  const shifted = anchors.map(({ url, method, startedAt }) => ({ url, method, startedAt: startedAt + 500 }))
  const { pairs, offset } = joinRequests(
    [...anchors, at(1000), at(3000)], [...shifted, at(1000), at(1505), at(2600), at(3490)])
  assert.equal(offset, 500)
  assert.deepEqual([pairs.get(3), pairs.get(4)], [4, 6])
})

test('the longer list may be either one', () => {
  const { pairs } = joinRequests([at(0), at(100), at(200)], [at(101)])
  assert.deepEqual([...pairs], [[1, 0]])
})

test('what was surely sent is joined before what may have been answered elsewhere', () => {
  const { pairs } = joinRequests([at(100), at(101)], [at(100)], (index) => index === 1)
  assert.deepEqual([...pairs], [[1, 0]])
  assert.equal(joinRequests([at(100), at(101)], [at(100), at(102)], (index) => index === 1).pairs.size, 2)
})

test('another method or URL is another request', () => {
  assert.equal(joinRequests([at(0)], [at(0, 'https://t.test/p', 'OPTIONS'), at(0, 'https://t.test/q')]).pairs.size, 0)
})

test('times that are unknown do not lose a pair', () => {
  assert.equal(joinRequests([at(NaN), at(NaN)], [at(1), at(2)]).pairs.size, 2)
  assert.equal(joinRequests([at(NaN)], [at(1), at(2)]).pairs.size, 1)
})

test('thousands of the same are joined in bounded time', () => {
  const many = (count: number): Joinable[] => Array.from({ length: count }, (_, index) => at(index))
  assert.equal(joinRequests(many(20000), many(30000)).pairs.size, 20000)
})
