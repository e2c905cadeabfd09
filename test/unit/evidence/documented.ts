/** What docs/ promises of the exports, read from there: the schema of the JSON, and the ten questions as queries. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'

const schema = JSON.parse(readFileSync(join(process.cwd(), 'docs/report.schema.json'), 'utf8')) as object

/** Properties may be added within a version, so the schema admits more; held against our own output it must not. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, strict(value)]))
  return 'properties' in inner && 'required' in inner ? { ...inner, additionalProperties: false } : inner
}

export const validate = new Ajv({ allErrors: true }).compile(strict(schema) as object)

const text = readFileSync(join(process.cwd(), 'docs/evidence.md'), 'utf8')

export const questions = [...text.matchAll(/^### (\d+)\. (.*)\n(?:(?!```|###).*\n)*```sql\n([\s\S]*?)```/gm)]
  .map(([, number, title, sql]) => ({ number: Number(number), title: title ?? '', sql: sql ?? '' }))
