/** Every signature against its own examples, and all of them against one another. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Exchange, Field } from '../../src/model.js'
import { createAttribution } from '../../src/recipient/recipient.js'
import { signatures } from '../../src/recipient/signatures.generated.js'

const ids = Object.keys(signatures)

test('the index lists the folder', () => {
  const files = readdirSync('src/recipient/signatures').map((file) => file.replace(/\.ts$/, '')).sort()
  assert.deepEqual([...ids].sort(), files)
  assert.ok(ids.length >= 45)
})

for (const id of ids) {
  const signature = signatures[id]
  assert.ok(signature)

  test(`${id} recognises its examples and no others`, () => {
    assert.ok(signature.examples.match.length > 0 && signature.examples.miss.length > 0)
    const attribute = createAttribution()
    for (const url of signature.examples.match) assert.equal(attribute(toExchange(url)).rule, `signature:${id}`, url)
    for (const url of signature.examples.miss) assert.notEqual(attribute(toExchange(url)).rule, `signature:${id}`, url)
  })

  test(`${id} says who it is and where each meaning is from`, () => {
    assert.match(signature.entity, /\S/)
    assert.match(signature.country, signature.hosts.length > 0 ? /^[A-Z]{2}$/ : /^([A-Z]{2})?$/)
    assert.ok(signature.hosts.length > 0 || signature.shape !== undefined)
    for (const host of signature.hosts) assert.match(host, /^([a-z0-9-]+\.)+[a-z]{2,}$/, host)
    for (const [name, { meaning, source, kind }] of Object.entries<Meaning>(signature.fields ?? {})) {
      assert.match(meaning, /\S/, name)
      assert.ok(source === 'observed in public captures' || URL.canParse(source), `${name}: ${source}`)
      assert.ok(kind === undefined || /^(?:identifier|identity)\./.test(kind) || kind === 'network.ip', name)
    }
  })
}

test('no two signatures claim the same host without a path that tells them apart', () => {
  const claims = new Map<string, string>()
  for (const [id, { hosts, path }] of Object.entries(signatures)) {
    if (path !== undefined) continue
    for (const host of hosts) {
      assert.equal(claims.get(host), undefined, `${host} is claimed by ${claims.get(host)} and ${id}`)
      claims.set(host, id)
    }
  }
})

interface Meaning { readonly meaning: string; readonly source: string; readonly kind?: string }

function toExchange(url: string): Exchange {
  const { hostname, searchParams } = new URL(url)
  const fields: Field[] = [...searchParams].map(([name, value]) =>
    ({ part: 'query', name, value: Buffer.from(value), pointer: '/request/url', offset: 0 }))
  return {
    entry: 0, startedAt: 0, method: 'GET', url, host: hostname, domain: hostname.split('.').slice(-2).join('.'),
    resourceType: '',
    status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields, setCookies: [],
  }
}
