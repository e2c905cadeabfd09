/**
 * What the HAR 1.2 schema says of an entry. It explains, it does not guard: browsers write much that the schema refuses
 * (bracketed IPv6 addresses, a space in a URL, no `cache`) and that is read all the same.
 */
import { toRecord } from '../shapes.js'
import type { HarEntry } from './types.js'

const MAX_COMPLAINTS = 5

/**
 * A sentence with what the schema finds wrong, or undefined where it finds nothing. Loads har-validator at first use.
 */
export async function explainEntry(entry: HarEntry): Promise<string | undefined> {
  const { entry: validate } = await import('har-validator')
  try {
    await validate(entry)
    return undefined
  } catch (error) {
    const complaints = complaintsOf(error)
    const more = complaints.length - MAX_COMPLAINTS
    const listed = complaints.slice(0, MAX_COMPLAINTS).join('; ')
    return `Not as HAR 1.2 has it: ${listed}${more > 0 ? `; and ${more} more` : ''}.`
  }
}

function complaintsOf(error: unknown): string[] {
  const { errors } = toRecord(error)
  if (!Array.isArray(errors)) return [error instanceof Error ? error.message : String(error)]
  const complaints = errors.map((one: unknown) => {
    const { dataPath, message } = toRecord(one)
    const where = typeof dataPath === 'string' ? dataPath.replace(/^\./, '').slice(0, 100) : ''
    return `${where === '' ? 'the entry' : where} ${typeof message === 'string' ? message : 'is wrong'}`
  })
  return [...new Set(complaints)]
}
