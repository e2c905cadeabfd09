import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readConfig } from '../../../src/config/config.js'
import { isTattleError } from '../../../src/errors.js'
import { CONSENT_STATES, KINDS, SEVERITIES } from '../../../src/model.js'
import { loadModule } from '../../../src/playwright/load-module.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-config ö-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const nothing = (): Promise<unknown> => assert.fail('data is not imported')

function read(text: string, name = 'tattle.config.yaml'): ReturnType<typeof readConfig> {
  writeFileSync(join(folder, name), text)
  return readConfig(name, nothing, folder)
}

async function refused(text: string, sentence: RegExp, name?: string): Promise<void> {
  await assert.rejects(read(text, name), (error: unknown) => {
    assert.ok(isTattleError(error) && error.code === 'config-invalid', String(error))
    assert.match(error.message, sentence)
    assert.ok(!error.message.includes('\n'))
    return true
  })
}

const RULE = `  - recipients: [facebook.com]
    kinds: [identifier.*]
    reason: shared campaign
    by: dpo@klinik.example
    until: 2027-03-31
`

test('all that a configuration can say', async () => {
  mkdirSync(join(folder, 'personas'))
  writeFileSync(join(folder, 'personas/de.json'), '{}')
  const config = await read(`
firstParty: [klinik.example, klinik-cdn.example]
persona: personas/de.json
failOn: { default: high, reject: low }
allow:
${RULE}    consent: [accept]
scenarios:
  booking.de: { consent: [reject, accept] }
baseline: { folder: tests/leaks, expireDays: 30 }
`)
  assert.equal(config.file, 'tattle.config.yaml')
  assert.deepEqual(config.firstParty, ['klinik.example', 'klinik-cdn.example'])
  assert.equal(config.persona, join(folder, 'personas/de.json'))
  assert.equal(config.baselineFolder, 'tests/leaks')
  assert.deepEqual(config.policy, {
    failOn: 'high', failOnIn: { reject: 'low' }, expireDays: 30, scenarios: { 'booking.de': ['reject', 'accept'] },
    allow: [{
      recipients: ['facebook.com'], kinds: ['identifier.*'], consent: ['accept'], reason: 'shared campaign',
      by: 'dpo@klinik.example', until: '2027-03-31', place: 'tattle.config.yaml:6:5',
    }],
  })
})

test('JSON is read the same way; an empty file says nothing; no file is no configuration', async () => {
  assert.equal((await read('{"failOn": "never"}', 'tattle.config.json')).policy.failOn, 'never')
  assert.equal((await read('')).policy.failOn, undefined)
  assert.equal((await readConfig(undefined, nothing, join(folder, 'elsewhere'))).file, null)
  await assert.rejects(readConfig('missing.yaml', nothing, folder), (error: unknown) => isTattleError(error) && error.code === 'usage')
})

test('every mistake is one sentence with file, line and column', async () => {
  await refused('failOn: 3\n', /^tattle\.config\.yaml:1:1: 3 is no severity; they are critical/)
  await refused('failOn: hihg\n', /^tattle\.config\.yaml:1:1: "hihg" is no severity; they are critical/)
  await refused('a: 1\nfirstparty: [x]\n', /^tattle\.config\.yaml:1:1: "a" means nothing here/)
  await refused('failOn: low\nfirstparty: [x]\n', /^tattle\.config\.yaml:2:1: "firstparty" .* did you mean "firstParty"\?$/)
  await refused(`allow:\n${RULE.replace('    reason: shared campaign\n', '')}`, /:2:5: an entry of "allow" needs "reason"/)
  await refused(`allow:\n${RULE.replace('shared campaign', '""')}`, /:4:5: "reason" must be a text that is not empty/)
  await refused(`allow:\n${RULE.replace('2027-03-31', '2027-02-31')}`, /:6:5: "until" must be a day/)
  await refused(`allow:\n${RULE}${RULE.replace('identifier.*', 'identifier.cookies')}`, /:8:13: "identifier.cookies" is no kind/)
  await refused('scenarios:\n  x: { consent: [acept] }\n', /:2:18: "acept" is no consent state/)
  await refused('firstParty: [a\nfailOn: x', /^tattle\.config\.yaml:\d+:\d+: this is not valid YAML/)
  await refused('baseline: { expireDays: 0.5 }\n', /:1:13: "expireDays" must be a whole number/)
  await refused('- a\n', /:1:1: the configuration must be an object/)
  await refused('{ "failOn": "high" ', /^tattle\.config\.json:1:\d+: this is not valid JSON: /, 'tattle.config.json')
  await refused('failOn: *strict\n', /^tattle\.config\.yaml:1:9: "\*strict" stands for nothing; put a text that begins with \* in quotes\.$/)
  await refused('persona: personas/nobody.json\n', /^tattle\.config\.yaml:1:1: there is no file personas\/nobody\.json beside the configuration\.$/)
  await refused('filterLists: [advertising=none.txt]\n', /:1:15: there is no file none\.txt beside/)
  await refused('clientIps: [203.0.113.300]\n', /:1:13: "203\.0\.113\.300" is no IP address\.$/)
  await refused('firstParty: ["https://klinik.example/"]\n', /:1:14: "https:\/\/klinik\.example\/" is no domain; write it without scheme/)
  await refused(`allow:\n${RULE.replace('identifier.*', 'identity.emial')}`, /:3:13: "identity\.emial" is no kind; did you mean "identity\.email"\?$/)
  await refused('{\n  "allow": [\n    {}\n  ]\n}', /^tattle\.config\.json:3:5: an entry of "allow" needs "reason"/, 'tattle.config.json')
})

test('a recipient that would never be met is a mistake, and what would is said', async () => {
  const refusals: readonly (readonly [string, RegExp])[] = [
    ['www.facebook.com', /did you mean "facebook\.com"\?$/], ['*.facebook.com', /did you mean "facebook\.com"\?$/],
    ['https://px.adnet.example/collect', /did you mean "adnet\.example"\?$/], ['adnet.example:443', /did you mean "adnet\.example"\?$/],
    ['*', /"\*" is no recipient; name its domain or entity\.$/],
  ]
  for (const [name, sentence] of refusals) {
    await refused(`allow:\n${RULE.replace('facebook.com', JSON.stringify(name))}`, new RegExp(`^tattle\\.config\\.yaml:2:18: .*${sentence.source}`))
  }
  for (const name of ['facebook.com', 'Facebook.com', 'Meta', 'Adform A/S', 'Alphabet Inc.', 'klinik.github.io', 'localhost', '203.0.113.7', 'Booking.com']) {
    assert.deepEqual((await read(`allow:\n${RULE.replace('facebook.com', JSON.stringify(name))}`)).policy.allow[0]?.recipients, [name])
  }
})

test('aliases of aliases do not fill the memory, and a prototype is no setting', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [at, name] of [...'bcdefghi'].entries()) bomb.push(`${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(', ')}]`)
  await refused(bomb.join('\n'), /stand for too much/)
  await refused('__proto__: { failOn: low }\n', /"__proto__" means nothing here/)
  assert.equal(({} as Record<string, unknown>)['failOn'], undefined)
})

test('TypeScript and JavaScript, with the same checks', async () => {
  const good = "interface X { readonly a: string }\nconst unused: X | null = null\nvoid unused\n" +
    "export default { failOn: 'low', allow: [{ recipients: ['a.example'], kinds: ['*'], reason: 'r', by: 'b', until: '2027-01-01' }] }\n"
  for (const name of ['good.config.ts', 'good.config.mts']) {
    writeFileSync(join(folder, name), good)
    const config = await readConfig(name, loadModule, folder)
    assert.equal(config.policy.failOn, 'low', name)
    assert.equal(config.policy.allow[0]?.place, `${name}:4:41`)
  }
  writeFileSync(join(folder, 'bad.config.mjs'), "export default {\n  failOn: 'low',\n  allow: [\n    { recipients: ['a.example'], kinds: ['x'],\n      reason: 'r', by: 'b', until: '2027-01-01' },\n  ],\n}\n")
  await assert.rejects(readConfig('bad.config.mjs', loadModule, folder), /bad\.config\.mjs:4:34: "x" is no kind/)
  for (const [at, text] of ['export const a = 1', "export const config = { failOn: 'low' }", 'const a = 1', '', 'export default undefined'].entries()) {
    for (const ending of ['mjs', 'ts', 'mts']) {
      const name = `none-${at}.config.${ending}`
      writeFileSync(join(folder, name), `${text}\n`)
      await assert.rejects(readConfig(name, loadModule, folder), /^TattleError: none-\d\.config\.\w+:1:1: the configuration has no default export; write/, `${ending}: ${text}`)
    }
  }
  writeFileSync(join(folder, 'common.config.ts'), "module.exports = { failOn: 'low' }\n")
  assert.equal((await readConfig('common.config.ts', loadModule, folder)).policy.failOn, 'low')
  writeFileSync(join(folder, 'throws.config.mjs'), "throw new Error('not today')\n")
  await assert.rejects(readConfig('throws.config.mjs', loadModule, folder), /throws\.config\.mjs:1:7: .*not today/)
  writeFileSync(join(folder, 'syntax.config.ts'), "export default {\n  failOn: 'low'\n  allow: [],\n}\n")
  await assert.rejects(readConfig('syntax.config.ts', loadModule, folder), (error: unknown) =>
    isTattleError(error) && /^syntax\.config\.ts:3:3: the configuration does not load: [^/]+\.$/.test(error.message) || assert.fail(String(error)))
  writeFileSync(join(folder, 'absent.config.ts'), "import x from './absent'\nexport default x\n")
  await assert.rejects(readConfig('absent.config.ts', loadModule, folder), /absent\.config\.ts:1:1: the configuration does not load: Cannot find/)
  writeFileSync(join(folder, 'day.config.mjs'), good.replace(/^[^]*export/, 'export').replace("'2027-01-01'", "new Date('soon')"))
  await assert.rejects(readConfig('day.config.mjs', loadModule, folder), /day\.config\.mjs:1:\d+: "until" must be a day/)
})

test('the schema for editors knows the same names', () => {
  const schema = JSON.parse(readFileSync(join(process.cwd(), 'src/config/config.schema.json'), 'utf8')) as {
    $defs: Record<'threshold' | 'kind', { enum: string[] }> & { states: { items: { enum: string[] } } }
    properties: Record<string, unknown>
  }
  assert.deepEqual(schema.$defs.threshold.enum, [...SEVERITIES, 'never'])
  assert.deepEqual(schema.$defs.states.items.enum, [...CONSENT_STATES])
  const groups = [...new Set(KINDS.filter((kind) => kind.includes('.')).map((kind) => `${kind.split('.')[0]}.*`))]
  assert.deepEqual(schema.$defs.kind.enum, ['*', ...groups, ...KINDS])
  const source = readFileSync(join(process.cwd(), 'src/config/config.ts'), 'utf8')
  const known = /fieldsOf\(source, \[\], root, \[([^\]]*)\]/.exec(source)?.[1]?.match(/[$\w]+/g)
  assert.deepEqual(Object.keys(schema.properties), known)
})
