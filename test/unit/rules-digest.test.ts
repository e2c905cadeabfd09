/** The digest of the rules: what two analyses must have alike to be said to have seen alike. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createRules } from '../../src/rules.js'
import { rulesDigest, rulesDigestOf } from '../../src/rules-digest.js'
import { codeDigest } from '../../src/version.generated.js'

const installed = (name: string): string =>
  (JSON.parse(readFileSync(join(process.cwd(), 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

test('analyses carry a digest of the code and of the versions of the data by which sites and owners are told', async () => {
  const here = [['third-party-web', installed('third-party-web')], ['tldts', installed('tldts')]] as const
  assert.equal(rulesDigest, rulesDigestOf(codeDigest, here))
  assert.equal((await createRules()).digest, rulesDigest)
  const digests = [
    rulesDigest, rulesDigestOf('0'.repeat(64), here),
    ...here.map(([name]) => rulesDigestOf(codeDigest, here.map(([one, version]) => [one, one === name ? `${version}.1` : version]))),
    ...here.map(([name]) => rulesDigestOf(codeDigest, here.map(([one, version]) => [one, one === name ? undefined : version]))),
  ]
  assert.equal(new Set(digests).size, digests.length)
})
