/** What `npm pack` makes, in an empty project. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { makeProject, type Project } from './project.js'

const SHIPPED = /^(?:dist\/src\/.+\.(?:js|cjs|d\.ts|sql|json|bin|code)|dist\/src\/packed\/LICENCES|dist\/src\/recipient\/owners\.txt|ci\/.+\.yml|docs\/.+\.(?:md|svg|json)|scenarios\/personas\/persona\.schema\.json|package\.json|README\.md|LICENSE|NOTICE)$/
const MOST_BYTES = { packed: 4_200_000, unpacked: 30_000_000 }

let project: Project
before(() => { project = makeProject(null, 'leeres Projekt', ['@types/node']) })
after(() => project.remove())

test('what is shipped: compiled code and types, no tests, no sources, no maps; small', () => {
  const foreign = project.packed.map(({ path }) => path).filter((path) => !SHIPPED.test(path))
  assert.deepEqual(foreign, [])
  assert.ok(project.packedBytes < MOST_BYTES.packed, `${project.packedBytes} bytes packed`)
  assert.ok(project.unpackedBytes < MOST_BYTES.unpacked, `${project.unpackedBytes} bytes unpacked`)
  const [, packed = '', unpacked = ''] = /The package is ([\d.]+) MB to download and ([\d.]+) MB on disk/.exec(
    readFileSync(join(project.folder, 'node_modules/tattle/docs/ci.md'), 'utf8')) ?? []
  for (const [said, bytes] of [[packed, project.packedBytes], [unpacked, project.unpackedBytes]] as const) {
    assert.ok(Math.abs(Number(said) * 1e6 - bytes) < bytes / 4, `docs/ci.md says ${said} MB of what is ${bytes} bytes`)
  }
  const manifest = JSON.parse(readFileSync(join(project.folder, 'node_modules/tattle/package.json'), 'utf8')) as {
    scripts?: Record<string, string>; peerDependencies: Record<string, string>; dependencies: Record<string, string>
  }
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(manifest.scripts?.[hook], undefined, hook)
  assert.ok('playwright' in manifest.peerDependencies && !('playwright' in manifest.dependencies))
})

test('every entry is found by import and by require', async () => {
  const lines = ['tattle', 'tattle/playwright', 'tattle/playwright/reporter'].map((name) =>
    `if (Object.keys(await import('${name}')).join() !== Object.keys(require('${name}')).filter((key) => key !== 'module.exports' && key !== '__esModule').join()) throw new Error('${name}')`)
  project.write('entries.mjs', [
    "import { createRequire } from 'node:module'", 'const require = createRequire(import.meta.url)', ...lines,
    "if (require('tattle/config.schema.json').type !== 'object') throw new Error('schema')",
    "if (!/^\\d/.test(require('tattle/package.json').version)) throw new Error('version')", "console.log('all there')",
  ].join('\n'))
  const { status, output } = await project.run([process.execPath, '--no-warnings', 'entries.mjs'])
  assert.equal(status, 0, output)
  assert.match(output, /all there/)
})

test('types, under strict flags, in both kinds of modules', async () => {
  project.write('uses.ts', [
    "import { analyzeInput, defineConfig, openStore, reporters, type Report } from 'tattle'",
    "import { expect, test } from 'tattle/playwright'",
    "export default defineConfig({ failOn: { default: 'high', reject: 'low' }, allow: [] })",
    "test('x', async ({ page }) => { expect(page).toHaveNoLeaks({ kinds: ['health.*'], failOn: 'low' }); await expect(page).toHaveURL('/') })",
    'export const verdict = (report: Report): string => report.verdict',
    'export const used = [analyzeInput, openStore, reporters]',
    "// @ts-expect-error no such severity",
    "defineConfig({ failOn: 'grave' })",
  ].join('\n'))
  for (const type of ['module', 'commonjs']) {
    project.write('package.json', JSON.stringify({ name: 'x', private: true, type }))
    const { status, output } = await project.run([process.execPath, join(process.cwd(), 'node_modules/typescript/bin/tsc'),
      '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', 'uses.ts'])
    assert.equal(status, 0, `${type}: ${output}`)
  }
})

test('the command works: help, version, a HAR, a report, a check', async () => {
  const entry = {
    startedDateTime: '2026-03-01T10:00:00.000Z', time: 1, cache: {}, timings: { send: 0, wait: 1, receive: 0 },
    request: {
      method: 'GET', url: 'https://www.facebook.com/tr/?id=1&dl=https%3A%2F%2Fklinik.example%2F%3Fq%3DBlasenschw%25C3%25A4che',
      httpVersion: 'HTTP/2', cookies: [], headers: [{ name: 'Referer', value: 'https://klinik.example/' }], queryString: [], headersSize: -1, bodySize: 0,
    },
    response: { status: 200, statusText: '', httpVersion: 'HTTP/2', cookies: [], headers: [], content: { size: 0, mimeType: '' }, redirectURL: '', headersSize: -1, bodySize: 0 },
  }
  project.write('besuch.har', JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [entry] } }))
  assert.match((await project.tattle('--help')).output, /check \[options\]/)
  assert.match((await project.tattle('--version')).output, /^\d+\.\d+\.\d+/)
  const analysed = await project.tattle('analyze', 'besuch.har', '--quiet')
  assert.equal(analysed.status, 0, analysed.output)
  project.write('tattle.config.yaml', 'firstParty: [klinik.example]\n')
  const configured = await project.tattle('analyze', 'besuch.har')
  assert.equal(analysed.status, 0, analysed.output)
  assert.match(configured.output, /facebook\.com/)
  assert.doesNotMatch(configured.output, /--first-party if that is wrong/, 'the configuration says whose site it is')
  assert.match((await project.tattle('report', '--format', 'sarif', '--out', '-')).output, /"version": "2\.1\.0"/)
  assert.equal((await project.tattle('check')).status, 1)
  assert.equal((await project.tattle('check', '--update-baseline', '--quiet')).status, 0)
  assert.equal((await project.tattle('check')).status, 0)
  // As after an upgrade: the baseline was made under other rules, and lacks a finding.
  project.edit('reports/baseline/besuch.json', (text) => text
    .replace(/"rules": "[0-9a-f]+"/, `"rules": "${'0'.repeat(64)}"`)
    .replace(/"entries": \[[^\]]*\]/, '"entries": []'))
  const upgraded = await project.tattle('check')
  assert.equal(upgraded.status, 0, upgraded.output)
  assert.match(upgraded.output, /Sent before, and seen by newer rules:\n.*facebook\.com.*The present rules find it in the baseline's own capture\./)
  project.write('tattle.config.ts', "import { defineConfig } from 'tattle'\nexport default defineConfig({\n  failOn: 'hihg' as never,\n})\n")
  const wrong = await project.tattle('check')
  assert.equal(wrong.status, 2)
  assert.equal(wrong.output, 'tattle: tattle.config.ts:3:3: "hihg" is no severity; they are critical, high, medium, low, info, never.\n')
})
