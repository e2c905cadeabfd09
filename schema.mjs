// Writes docs/report.schema.json: the JSON Schema of the report, from the types in src/model.ts. Called by build.mjs, so
// that the two cannot drift apart. It understands what model.ts uses: interfaces with readonly properties, unions, lists,
// records, `Omit`-free inheritance, constants with `as const`; anything else stops the build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

export function toReportSchema(source = readFileSync(join(root, 'src/model.ts'), 'utf8')) {
  const types = readTypes(source)
  const definitions = {}
  const reference = (name) => {
    if (!Object.hasOwn(definitions, name)) {
      definitions[name] = {} // for what refers to itself
      definitions[name] = types.get(name)?.(reference) ?? stop(`src/model.ts has no type ${name}`)
    }
    return { $ref: `#/definitions/${name}` }
  }
  reference('Report')
  const { Report, ...others } = definitions
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:tattle:report:1',
    title: 'Report of tattle, schema 1',
    description: 'What "tattle analyze --json" and "tattle report --format json" print. Properties may be added within schema 1; none is removed or changes its meaning.',
    ...Report,
    definitions: others,
  }
}

/** name → how to make its schema, given what makes references. */
function readTypes(source) {
  const types = new Map()
  const plain = source.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, (comment) => comment.startsWith('/**') ? comment : '')
  for (const [, name, list] of plain.matchAll(/export const (\w+) = \[([\s\S]*?)\] as const/g)) {
    const values = [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value)
    const alias = new RegExp(`export type (\\w+) = \\(typeof ${name}\\)\\[number\\]`).exec(plain)
    if (alias) types.set(alias[1], () => ({ enum: values }))
  }
  for (const [, name, union] of plain.matchAll(/export type (\w+) =\s*((?:\s*\|?\s*'[^']+')+)/g)) {
    types.set(name, (reference) => toSchema(union.replace(/^\s*\|/, ''), reference))
  }
  for (const [, name, parent, body] of plain.matchAll(/export interface (\w+)(?: extends (\w+))? \{\n([\s\S]*?)\n\}/g)) {
    types.set(name, (reference) => {
      const inherited = parent === undefined ? { properties: {}, required: [] } : types.get(parent)(reference)
      const own = properties(body, reference)
      return {
        type: 'object',
        properties: { ...inherited.properties, ...own.properties },
        required: [...new Set([...inherited.required, ...own.required])],
      }
    })
  }
  return types
}

function properties(body, reference) {
  const found = { properties: {}, required: [] }
  for (const [, comment, name, optional, type] of body.matchAll(/(?:\/\*\*\s*([\s\S]*?)\s*\*\/\s*)?readonly (\w+)(\??): ([^\n]+)/g)) {
    const description = comment?.replace(/\s*\n\s*\*\s*/g, ' ')
    const schema = toSchema(type.trim(), reference)
    found.properties[name] = description ? { ...('$ref' in schema ? { allOf: [schema] } : schema), description } : schema
    if (optional === '') found.required.push(name)
  }
  return found
}

const SIMPLE = { string: { type: 'string' }, number: { type: 'number' }, boolean: { type: 'boolean' }, unknown: {}, null: { type: 'null' } }

function toSchema(type, reference) {
  const text = type.trim()
  const alternatives = split(text, '|')
  if (alternatives.length > 1) {
    if (alternatives.every((one) => /^'[^']*'$/.test(one))) return { enum: alternatives.map((one) => one.slice(1, -1)) }
    return { anyOf: alternatives.map((one) => toSchema(one, reference)) }
  }
  if (Object.hasOwn(SIMPLE, text)) return { ...SIMPLE[text] }
  if (/^'[^']*'$/.test(text)) return { const: text.slice(1, -1) }
  if (/^\d+$/.test(text)) return { const: Number(text) }
  const list = /^readonly (.+)\[\]$/.exec(text)
  if (list) return { type: 'array', items: toSchema(list[1], reference) }
  const record = /^Readonly<Record<string, (.+)>>$/.exec(text)
  if (record) return { type: 'object', additionalProperties: toSchema(record[1], reference) }
  const excluded = /^Exclude<(\w+), '([^']*)'>$/.exec(text)
  if (excluded) {
    const name = reference(excluded[1]).$ref
    return { allOf: [{ $ref: name }], not: { const: excluded[2] } }
  }
  const inline = /^\{ (.+) \}$/.exec(text)
  if (inline) {
    const members = split(inline[1], ';').map((member) => /^readonly (\w+)(\??): (.+)$/.exec(member) ?? stop(`cannot read "${member}"`))
    return {
      type: 'object',
      properties: Object.fromEntries(members.map(([, name, , inner]) => [name, toSchema(inner, reference)])),
      required: members.filter(([, , optional]) => optional === '').map(([, name]) => name),
    }
  }
  if (/^\w+$/.test(text)) return reference(text)
  return stop(`cannot read the type "${text}" in src/model.ts`)
}

/** At the top level only: not within brackets. */
function split(text, separator) {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if ('{<[('.includes(letter)) depth++
    if ('}>])'.includes(letter)) depth--
    if (letter === separator && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function stop(why) {
  throw new Error(`schema.mjs: ${why}`)
}

export function writeReportSchema() {
  const file = join(root, 'docs/report.schema.json')
  const text = `${JSON.stringify(toReportSchema(), null, 2)}\n`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
