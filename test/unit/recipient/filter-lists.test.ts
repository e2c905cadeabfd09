/** Filter lists that the user has: who they recognise, what they leave alone, and what is no list. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isTattleError } from '../../../src/errors.js'
import type { Exchange } from '../../../src/model.js'
import { loadFilterLists, readFilterLists } from '../../../src/recipient/filter-lists.js'
import { createAttribution } from '../../../src/recipient/recipient.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-lists-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function list(name: string, ...lines: readonly string[]): string {
  const file = join(folder, name)
  writeFileSync(file, `${['[Adblock Plus 2.0]', '! Title: Test', ...lines].join('\n')}\n`)
  return file
}

const to = (url: string, resourceType = 'image', pageUrl = 'https://klinik.example/suche'): Exchange => ({
  entry: 0, startedAt: 0, method: 'GET', url, host: new URL(url).hostname, domain: new URL(url).hostname.split('.').slice(-2).join('.'),
  resourceType, ...(pageUrl === '' ? {} : { pageUrl }), status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields: [], setCookies: [],
})

test('a list recognises whom nothing else knows, with the rule, its line and its file', async () => {
  const lists = await loadFilterLists([list('easylist.txt', '! a comment', '||adworld.example^$third-party', '@@||adworld.example/ok^', '||pics.example^$image', '##.ad', '||frames.example^$subdocument')])
  const attribute = createAttribution(undefined, lists)
  const cases: readonly [url: string, type: string, category: string, rule: string][] = [
    ['https://in.adworld.example/p?x=1', 'image', 'advertising', 'list:easylist.txt:4:||adworld.example^$third-party'],
    ['https://adworld.example/ok/1', 'image', 'other', 'registrable-domain'],
    ['https://notadworld.example/', 'image', 'other', 'registrable-domain'],
    ['https://pics.example/a', 'image', 'advertising', 'list:easylist.txt:6:||pics.example^$image'],
    ['https://pics.example/a', 'script', 'other', 'registrable-domain'],
    ['https://frames.example/a', 'sub_frame', 'advertising', 'list:easylist.txt:8:||frames.example^$subdocument'],
    ['https://frames.example/a', 'document', 'other', 'registrable-domain'],
  ]
  for (const [url, type, category, rule] of cases) {
    const recipient = attribute(to(url, type))
    assert.deepEqual([recipient.category, recipient.rule], [category, rule], url)
  }
  assert.equal(attribute(to('https://www.facebook.com/tr/?id=1')).rule, 'signature:meta-pixel', 'a signature goes first')
  assert.deepEqual(lists.records.map(({ name, category, rules }) => [name, category, rules]), [['easylist.txt', 'advertising', 4]])
  assert.match(lists.records[0]?.sha256 ?? '', /^[0-9a-f]{64}$/)
})

test('what a page asks of its own site is matched by rules for its own site only', async () => {
  const lists = await loadFilterLists([list('own.txt', '||klinik.example^$third-party', '/collect.gif?')])
  assert.equal(lists.match(to('https://klinik.example/a')), undefined)
  assert.equal(lists.match(to('https://klinik.example/collect.gif?e=1'))?.rule, 'list:own.txt:4:/collect.gif?')
  assert.ok(lists.match(to('https://klinik.example/a', 'image', '')), 'whose page it is, this HAR does not tell')
})

test('the category is the one that was said, else the one that the name or title says', async () => {
  const rules = '||adworld.example^'
  const cases: readonly [name: string, title: string, prefix: string, category: string][] = [
    ['easylist.txt', 'EasyList', '', 'advertising'], ['easyprivacy.txt', 'x', '', 'analytics'], ['a.txt', 'EasyPrivacy', '', 'analytics'],
    ['fanboy-social.txt', 'x', '', 'social'], ['easylist2.txt', 'EasyList', 'analytics=', 'analytics'],
  ]
  for (const [name, title, prefix, category] of cases) {
    const file = join(folder, name)
    writeFileSync(file, `! Title: ${title}\n${rules}\n`)
    assert.deepEqual(readFilterLists([prefix + file]).map((one) => one.category), [category], name)
  }
})

test('host, path, type and page are asked once', async () => {
  const lists = await loadFilterLists([list('once.txt', '||adworld.example^')])
  const first = lists.match(to('https://adworld.example/p?x=1'))
  assert.equal(lists.match(to('https://adworld.example/p?x=2')), first)
  assert.notEqual(lists.match(to('https://adworld.example/q?x=2')), first)
})

test('what is no list is one sentence', async () => {
  writeFileSync(join(folder, 'page.txt'), '<!DOCTYPE html><html>404</html>')
  writeFileSync(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 3]))
  writeFileSync(join(folder, 'empty.txt'), '! nothing\n')
  for (const file of [join(folder, 'missing.txt'), folder, join(folder, 'page.txt'), join(folder, 'binary.txt'), join(folder, 'empty.txt'), list('hiding.txt', '##.ad')]) {
    await assert.rejects(loadFilterLists([file]), (error: unknown) =>
      isTattleError(error) && error.code === 'usage' && !error.message.includes('\n') && /filter list/.test(error.message), file)
  }
})

test('addresses of any form and length are asked about without a throw', async () => {
  const lists = await loadFilterLists([list('any.txt', '||adworld.example^', '/a*b*c*d$domain=x.example')])
  for (const url of ['https://x.example/%', `https://x.example/${'a'.repeat(1 << 20)}`, 'https://[::1]:8443/a', 'wss://x.example/', 'https://user:pw@x.example/ä?\u0000']) {
    assert.doesNotThrow(() => lists.match({ ...to('https://x.example/'), url }), url.slice(0, 60))
  }
})
