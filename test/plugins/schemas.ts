/** What readers of SARIF and JUnit demand: a schema each. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export interface Validate { (value: unknown): boolean; errors?: unknown }

export function sarifValidator(): Validate {
  const require = createRequire(createRequire(import.meta.url).resolve('har-validator'))
  const Ajv = require('ajv') as new (options: object) => { compile(schema: unknown): Validate }
  return new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(process.cwd(), 'test/plugins/sarif.schema.json'), 'utf8')))
}

/** The schema of the standard as Microsoft's matchers for SARIF bring it; null where they are not installed. */
export function standardSarifValidator(): Validate | null {
  const file = join(process.cwd(), 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  if (!existsSync(file)) return null
  const require = createRequire(createRequire(import.meta.url).resolve('har-validator'))
  const Ajv = require('ajv') as new (options: object) => { compile(schema: unknown): Validate; addMetaSchema(schema: unknown): void }
  const ajv = new Ajv({ allErrors: true, schemaId: 'auto', meta: false, unknownFormats: 'ignore' })
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
}

export interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Element[]; text: string }

/** Well-formed XML of elements, attributes and text; anything else is refused. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const body = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  assert.notEqual(body, text, 'declaration')
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot|#39);[^"<>&]*)*")*)(\/?)>|([^<>&]+|&(?:amp|lt|gt|quot|#39);)/gy
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

/**
 * Holds JUnit against `junit.xsd`, with libxml2: what is wrong, a line each. Null where the validator is not installed.
 */
export async function junitErrors(texts: readonly string[]): Promise<readonly string[] | null> {
  const require = createRequire(import.meta.url)
  let validateXML: (options: object) => Promise<{ readonly errors: readonly { readonly rawMessage: string }[] }>
  try {
    ({ validateXML } = require('xmllint-wasm') as { validateXML: typeof validateXML })
  } catch {
    return null
  }
  const schema = [{ fileName: 'junit.xsd', contents: readFileSync(join(process.cwd(), 'test/plugins/junit.xsd'), 'utf8') }]
  const { errors } = await validateXML({ xml: texts.map((contents, at) => ({ fileName: `report-${at}.xml`, contents })), schema })
  return errors.map(({ rawMessage }) => rawMessage)
}

export const NO_VALIDATOR = 'xmllint-wasm is not installed, so JUnit was not held against its schema; "npm ci" installs it.'
