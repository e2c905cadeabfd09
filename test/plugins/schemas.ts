/** What readers of SARIF and JUnit demand: the schema of the one, the elements and attributes of the other. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export interface Validate { (value: unknown): boolean; errors?: unknown }

export function sarifValidator(): Validate {
  const require = createRequire(createRequire(import.meta.url).resolve('har-validator'))
  const Ajv = require('ajv') as new (options: object) => { compile(schema: unknown): Validate }
  return new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(process.cwd(), 'test/plugins/sarif.schema.json'), 'utf8')))
}

export interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }

/** Well-formed XML of elements, attributes and text; anything else is refused. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  assert.notEqual(body, text, 'declaration')
  const token = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#39);[^"<>&]*)*")*)(\/?)>|([^<>&]+|&(?:amp|lt|gt|quot|#39);)/gy
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const match = token.exec(body)
    assert.ok(match, `not XML: ${body.slice(at, at + 100)}`)
    const [, slash, name = '', attributes = '', empty, characters] = match
    const parent = open.at(-1)
    assert.ok(parent)
    if (characters !== undefined) parent.text += characters
    else if (slash === '/') assert.equal(open.pop()?.name, name)
    else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const)
      assert.equal(new Set(pairs.map(([key]) => key)).size, pairs.length)
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
      parent.children.push(element)
      if (empty === '') open.push(element)
    }
  }
  assert.equal(open.length, 1)
  return root.children[0] as Element
}

const known: Readonly<Record<string, { attributes: string[]; needs: string[]; children: string[] }>> = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors', 'time'], needs: ['tests'], children: ['testsuite'] },
  testsuite: { attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'], needs: ['name', 'tests'], children: ['properties', 'testcase'] },
  properties: { attributes: [], needs: [], children: ['property'] },
  property: { attributes: ['name', 'value'], needs: ['name', 'value'], children: [] },
  testcase: { attributes: ['name', 'classname', 'time', 'file', 'line'], needs: ['name', 'classname'], children: ['failure', 'error'] },
  failure: { attributes: ['message', 'type'], needs: ['message', 'type'], children: [] },
  error: { attributes: ['message', 'type'], needs: ['message', 'type'], children: [] },
}

/** Throws where an element or attribute is none that readers know, or is missing. */
export function checkJunit({ name, attributes, children }: Element): void {
  const rule = known[name]
  assert.ok(rule, name)
  for (const attribute of Object.keys(attributes)) assert.ok(rule.attributes.includes(attribute), `${name} ${attribute}`)
  for (const attribute of rule.needs) assert.ok(attribute in attributes, `${name} ${attribute}`)
  for (const count of ['tests', 'failures', 'errors', 'line']) if (count in attributes) assert.match(attributes[count] ?? '', /^\d+$/)
  for (const child of children) {
    assert.ok(rule.children.includes(child.name))
    checkJunit(child)
  }
}
