import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createFrames } from '../../../src/capture/frames.js'
import type { HarEntry } from '../../../src/har/types.js'

const site = 'https://a.example'

/** In one frame of one page: what was asked for, when it was sent, and when a document was answered. */
const framesOf = (...asked: Parameters<typeof framesAmong>[1][]) => framesAmong([], ...asked)

/** With actions of the scenario. */
function framesAmong(acted: readonly number[], ...asked: readonly (readonly [path: string, startedAt: number, respondedAt?: number | undefined, frame?: string])[]) {
  const entries = asked.map(([path, , respondedAt, frame = 'frame@1']) => ({
    pageref: 'page@1', _frameref: frame, _resourceType: respondedAt === undefined ? 'image' : 'document',
    request: { url: site + path }, response: { status: 200 },
  }) as HarEntry)
  const { ofEntries, placeOf } = createFrames(entries, asked.map(([, startedAt, respondedAt = NaN]) => ({ startedAt, respondedAt })), acted)
  return {
    pages: ofEntries.map(({ _pageUrl: url = '' }) => url.replace(site, '')),
    pageOf: (time: number, referer?: string) => placeOf(site, time, referer)?.pageUrl.replace(site, ''),
    farewellOf: (time: number) => {
      const { pageUrl = '', leftAt } = placeOf(site, time, '', true) ?? {}
      return [pageUrl.replace(site, ''), leftAt]
    },
  }
}

describe('which page asked', () => {
  test('a page is there until the next was answered, not until it was asked for', () => {
    const { pages } = framesOf(['/one', 0, 100], ['/early', 50], ['/pixel', 200], ['/two', 300, 900], ['/late', 800], ['/next', 950])
    assert.deepEqual(pages, ['/one', '/one', '/one', '/two', '/one', '/two'])
  })

  test('of what nobody told, the page that is being left, until the next asks for something, or is left itself', () => {
    const { pageOf } = framesOf(['/one', 0, 100], ['/two', 300, 900], ['/next', 950], ['/three', 1_000, 1_100], ['/four', 1_150, 1_200], ['/five', 5_000, 5_100])
    const times = [50, 250, 899, 940, 951, 1_050, 1_150, 1_250, 2_300, 5_050, 5_900, 6_200]
    assert.deepEqual(times.map((time) => pageOf(time)),
      ['/one', '/one', '/one', '/one', '/two', '/two', '/two', '/three', '/four', '/four', '/four', '/five'])
  })

  test('what only a page that is being left sends so is its a moment longer, though the next has asked for something', () => {
    const { farewellOf } = framesOf(['/one', 0, 100], ['/two', 300, 900], ['/next', 950], ['/three', 5_000, 5_100], ['/four', 5_200, 5_300])
    assert.deepEqual([50, 899, 960, 1_249, 1_250, 5_150, 5_350].map(farewellOf),
      [['/one', 900], ['/one', 900], ['/one', 900], ['/one', 900], ['/two', 5_100], ['/two', 5_100], ['/three', 5_300]])
  })

  test('once something is done on it, a page is there: what is sent as one is left then is its own', () => {
    const { farewellOf } = framesAmong([50, 920], ['/one', 0, 100], ['/two', 300, 900], ['/last', 930])
    assert.deepEqual([910, 919, 920, 940].map(farewellOf), [['/one', 900], ['/one', 900], ['/two', undefined], ['/two', undefined]])
  })

  test('a Referer names the page, where it is one of the same origin', () => {
    const { pageOf } = framesOf(['/one', 0, 100], ['/two', 300, 900], ['/next', 950])
    assert.equal(pageOf(1_500, `${site}/one`), '/one')
    assert.equal(pageOf(940, `${site}/two`), '/two')
    for (const referer of [`${site}/`, 'https://b.example/one', 'nonsense', '']) assert.equal(pageOf(1_500, referer), '/two', referer)
  })

  test('a frame has the page that is there around it', () => {
    const { pages } = framesOf(['/one', 0, 100], ['/frame', 150, 200, 'frame@2'], ['/two', 300, 900], ['/pixel', 500, undefined, 'frame@2'])
    assert.deepEqual(pages, ['/one', '/one', '/two', '/one'])
  })
})
