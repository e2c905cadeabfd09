/** A tag that fires in one of three visits: --repeat shows how often, in fresh profiles, wherever findings are shown. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Database } from '../sqlite.js'
import { LANGUAGES, wordsOf } from '../../src/report/words/languages.js'
import { whileTesting } from '../loopback.js'
import { makeWorkplace } from './fixture/command.js'

/** Which visit has the tag: thrown by a generator with a fixed seed, so that it is one of the three. */
const throws = ((seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
})(5)

let visits = 0
const fired: number[] = []
const cookies: string[] = []
const here = makeWorkplace()
const server = await whileTesting(createServer((request, response) => {
  if (request.headers.host !== 'www.clinic.example') return response.end()
  cookies.push(request.headers.cookie ?? '')
  visits += 1
  const tag = throws() < 1 / 3
  if (tag) fired.push(visits)
  response.setHeader('content-type', 'text/html')
  response.setHeader('set-cookie', 'visited=1; Max-Age=9999')
  return response.end(`<!doctype html><link rel="icon" href="data:,"><h1>Praxis</h1>
    <img src="http://px.often.example/a?q=Urologie">${tag ? '<img src="http://px.seldom.example/a?q=Urologie">' : ''}`)
}))

test('seen 1 of 3 in terminal, database, JSON and HTML', { timeout: 120_000 }, async () => {
  const walked = await here.tattle('audit', 'http://www.clinic.example/', '--consent', 'no-choice', '--repeat', '3',
    '--host-map', `*.example=127.0.0.1:${server.port}`, '--value', 'health.specialty=Urologie')
  assert.equal(walked.status, 0, walked.err)
  assert.deepEqual([visits, fired.length], [3, 1])
  assert.deepEqual(cookies, ['', '', ''], 'each in a fresh profile')
  const manifests = await here.manifests()
  assert.deepEqual(manifests.map(({ conditions }) => conditions['repeat']).sort(), [0, 1, 2])
  const profileOf = ({ browser }: (typeof manifests)[number]) => browser.commandLine.find((flag) => flag.startsWith('--user-data-dir='))
  assert.equal(new Set(manifests.map(profileOf)).size, 3, 'a browser for each capture')

  const terminal = walked.out.replaceAll(/\s+/g, ' ')
  assert.match(terminal, /seldom\.example/)
  assert.match(terminal, /seen 1 of 3/)
  assert.match(terminal, /seen 3 of 3/)

  const database = new Database(join(here.folder, 'reports/stand-in.sqlite'), { readonly: true })
  const rows = database.prepare('SELECT recipient_domain AS recipient, seen_in, seen_of FROM finding WHERE kind = ? ORDER BY 1').all('health.specialty')
  database.close()
  assert.deepEqual(rows, [
    { recipient: 'often.example', seen_in: 3, seen_of: 3 }, { recipient: 'seldom.example', seen_in: 1, seen_of: 3 },
  ])

  const { findings } = JSON.parse((await here.tattle('report', '--format', 'json')).out) as {
    findings: { recipientDomain: string; kind: string; seenIn: number; seenOf: number }[]
  }
  const seldom = findings.find(({ recipientDomain, kind }) => recipientDomain === 'seldom.example' && kind === 'health.specialty')
  assert.deepEqual([seldom?.seenIn, seldom?.seenOf], [1, 3])

  assert.equal((await here.tattle('report', '--out', 'page.html')).status, 0)
  const page = readFileSync(join(here.folder, 'page.html'), 'utf8')
  for (const language of LANGUAGES) {
    const { phrase } = wordsOf(language)
    for (const said of [phrase.seen(1, 3, 1), phrase.seenOf(1, 3)]) assert.ok(page.includes(said), `${language}: ${said}`)
  }
})
