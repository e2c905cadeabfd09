/**
 * Who may import whom. Each line of the law is a sentence; a breach prints the sentence and the import.
 */
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

const src = join(process.cwd(), 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
  .map((file) => file.replaceAll('\\', '/'))

interface Import { readonly from: string; readonly to: string; readonly typeOnly: boolean }

const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(src, from), 'utf8').matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm)]
    .map((match) => ({ from, to: resolve(from, match[2] ?? match[3] ?? match[4] ?? ''), typeOnly: match[1] !== undefined })))

function resolve(from: string, to: string): string {
  return to.startsWith('.') ? relative(src, join(src, dirname(from), to)).replaceAll('\\', '/').replace(/\.js$/, '.ts') : to
}

const stageOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file)

/** package → the only places that may import it */
const packages: Record<string, { allowed: RegExp; because: string }> = {
  playwright: { allowed: /^(playwright|capture)\//, because: 'only playwright/ and capture/ may import playwright, so that analysis needs no browser' },
  'har-validator': { allowed: /^har\//, because: 'only har/ may import har-validator' },
  tldts: { allowed: /^exchange\/site\.ts$/, because: 'only exchange/site.ts may import tldts, so that one place knows what a site is' },
  'better-sqlite3': { allowed: /^store\//, because: 'only store/ may import better-sqlite3' },
  'better-sqlite3-node-api': { allowed: /^store\/sqlite\.ts$/, because: 'only store/sqlite.ts knows which version this Node needs' },
  commander: { allowed: /^commands\/(?:program|arguments)\.ts$/, because: 'only what reads the command line may import commander' },
  'd3-sankey': { allowed: /^report\/html\/sankey\.ts$/, because: 'only report/html/sankey.ts may import d3-sankey' },
  hono: { allowed: /^view\//, because: 'only view/ may import hono' },
  '@hono': { allowed: /^view\//, because: 'only view/ may import @hono/node-server' },
  fzstd: { allowed: /^decode\/zstandard\.ts$/, because: 'only decode/zstandard.ts may import fzstd' },
  '@ghostery': { allowed: /^recipient\/filter-lists\.ts$/, because: 'only recipient/filter-lists.ts may import @ghostery/adblocker, where a list is named' },
  'third-party-web': { allowed: /^recipient\//, because: 'only recipient/ may import third-party-web' },
}

test('a package is imported in its one place', () => {
  const breaches = imports
    .filter(({ to }) => !to.includes('.ts') && !to.startsWith('node:'))
    .flatMap(({ from, to }) => {
      const law = packages[to.split('/')[0] ?? '']
      return law && !law.allowed.test(from) ? [`src/${from} imports ${to}: ${law.because}`] : []
    })
  assert.deepEqual(breaches, [])
})

test("Playwright's values come from capture/playwright.ts, which knows whose they must be; the rest takes its types", () => {
  const breaches = imports.filter(({ to, typeOnly }) => /^@?playwright\//.test(to) && !typeOnly && !to.endsWith('.ts'))
  assert.deepEqual(breaches, [])
})

test('model and errors import nothing', () => {
  assert.deepEqual(imports.filter(({ from }) => from === 'model.ts' || from === 'errors.ts'), [])
})

const stages = ['har', 'exchange', 'recipient', 'decode', 'learn', 'observe', 'detect', 'assess', 'store', 'report']
const mayImport: Record<string, readonly string[]> = { detect: ['decode'], assess: ['learn', 'observe'], exchange: ['har'] }

test('a stage imports no other stage, except detect → decode, assess → the folds, exchange → the HAR types', () => {
  const breaches = imports
    .filter(({ from, to }) => stages.includes(stageOf(from)) && stages.includes(stageOf(to)) && stageOf(from) !== stageOf(to))
    .filter(({ from, to }) => !(mayImport[stageOf(from)] ?? []).includes(stageOf(to)))
    .map(({ from, to }) => `src/${from} imports ${to}: stages meet in pipeline.ts, not in one another`)
  assert.deepEqual(breaches, [])
})

test('assess and exchange take only types from other stages', () => {
  const breaches = imports
    .filter(({ from, to }) => ['assess', 'exchange'].includes(stageOf(from)) && stages.includes(stageOf(to)) && stageOf(from) !== stageOf(to))
    .filter(({ typeOnly }) => !typeOnly)
    .map(({ from, to }) => `src/${from} imports values of ${to}`)
  assert.deepEqual(breaches, [])
})

const pluginFolders = ['decode/decoders', 'recipient/signatures', 'detect/transforms', 'detect/vocabularies', 'report/reporters']

test('a plugin imports its contract, helpers of its folder above, and node:, never another plugin', () => {
  const breaches = imports
    .filter(({ from }) => pluginFolders.some((folder) => from.startsWith(`${folder}/`)))
    .filter(({ to }) => pluginFolders.some((folder) => to.startsWith(`${folder}/`)))
    .map(({ from, to }) => `src/${from} imports ${to}`)
  assert.deepEqual(breaches, [])
})

test('only pipeline, cli, commands, playwright and index compose stages', () => {
  const composers = /^(pipeline|cli|index)\.ts$|^(commands|playwright)\//
  const breaches = imports
    .filter(({ from, to }) => !composers.test(from) && to === 'pipeline.ts')
    .map(({ from }) => `src/${from} imports pipeline.ts`)
  assert.deepEqual(breaches, [])
})

test('nothing in src waits at the top level, so that require works on Node 20.19', () => {
  const breaches = files.filter((file) => /^(?:const \w+ = )?await /m.test(readFileSync(join(src, file), 'utf8')))
  assert.deepEqual(breaches, [])
})
