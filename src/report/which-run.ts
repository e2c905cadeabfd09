/** Which run a report is of: a suite that does not even load leaves nothing, and what is looked at is the run before. */
import type { Report } from '../model.js'

const HOUR = 3_600_000

/** `run of 2026-03-01 09:00 UTC, 2 days ago`; of several, the last. Null where none is known. */
export function whichRun({ runs, generatedAt }: Pick<Report, 'runs' | 'generatedAt'>): string | null {
  const begun = Date.parse(runs.map(({ startedAt }) => startedAt).sort().at(-1) ?? '')
  if (Number.isNaN(begun)) return null
  const hours = Math.floor((Date.parse(generatedAt) - begun) / HOUR)
  const age = hours >= 48 ? `, ${Math.floor(hours / 24)} days ago` : hours >= 1 ? `, ${hours} hour${hours === 1 ? '' : 's'} ago` : ''
  return `run of ${new Date(begun).toISOString().slice(0, 16).replace('T', ' ')} UTC${age}`
}
