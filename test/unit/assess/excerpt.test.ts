import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf } from '../../../src/assess/excerpt.js'
import type { Part } from '../../../src/model.js'
import { toField } from '../detect/exchange.js'

function excerpt(text: string, value: string, part: Part = 'body'): string {
  const start = Buffer.from(text).indexOf(value)
  return excerptOf(toField(part, 'x', text), start, start + Buffer.byteLength(value))
}

test('an excerpt shows the value and a little around it', () => {
  assert.equal(excerpt('{"q":"Blasenschwäche","n":1}', 'Blasenschwäche'), '{"q":"Blasenschwäche","n":1}')
  assert.equal(excerpt(`${'a'.repeat(60)}Urologie${'b'.repeat(60)}`, 'Urologie'), `…${'a'.repeat(40)}Urologie${'b'.repeat(40)}…`)
  assert.equal(excerpt('sid=1; q=Urologie', 'Urologie', 'cookie'), '…Urologie')
})

test('what stands behind the name of a secret is left out, wherever it begins and ends', () => {
  const mail = 'joerg@example.org'
  const secret = 'geheim-123.Wort'
  for (const text of [
    `{"email":"${mail}","password":"${secret}","x":1}`, `{"password":"${secret}","email":"${mail}"}`,
    `{"access_token":"${secret.repeat(4)}","email":"${mail}"}`, `email=${mail}&user[passwort]=${secret}&x=1`,
    `https%3A%2F%2Fx.example%2F%3Femail%3D${mail}%26password%3D${secret}%26x`, `{\\"email\\":\\"${mail}\\",\\"csrfToken\\": \\"${secret}\\"}`,
    `https://${mail}:${secret}@x.example/`, `u=https%3A%2F%2F${mail}%3A${secret}%40x.example%2F`, `https://a:${secret}@x.example/?email=${mail}`,
    `u=https%253A%252F%252Fa%253A${secret}%2540x.example&email=${mail}`, `{"email":"${mail}","u":"wss://a:${secret}@x.example/"}`,
    `token=${secret}&email=${mail}`, `mot_de_passe: ${secret}\nemail: ${mail}`,
  ]) {
    const shown = excerpt(text, mail)
    assert.ok(shown.includes(mail), shown)
    assert.ok(!/geheim|123|Wort/.test(shown), shown)
  }
  assert.equal(excerpt(`password=${mail}`, mail), `password=${mail}`, 'the value that was found is shown')
})
