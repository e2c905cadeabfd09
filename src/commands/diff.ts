/** `tattle diff`: what came and what went between two runs, captures or consent states. */
import type { DiffFlags } from './flags.js'
import { isTattleError, TattleError } from '../errors.js'
import { compareReports, type Difference } from '../evidence/diff.js'
import { CONSENT_STATES, type ConsentState, type Report } from '../model.js'
import { summarise } from '../report/summary.js'
import { toJson, toTerminal } from '../report/text.js'
import type { Selection, Store } from '../store/store.js'
import { askedOf, EXIT, exitOf, storeToRead } from './outcome.js'

export async function diff(first: string, second: string, flags: DiffFlags): Promise<number> {
  const store = storeToRead(flags)
  try {
    const before = reportOf(store, first)
    const after = reportOf(store, second)
    const { came, went, stayed } = compareReports(before, after)
    if (flags.json) {
      const slim = ({ finding: { leaks, ...finding }, ...rest }: Difference) => ({ ...rest, finding, leaks: leaks.length })
      process.stdout.write(`${toJson({ a: first, b: second, came: came.map(slim), went: went.map(slim), stayed: stayed.length }, 2)}\n`)
    } else if (!flags.quiet) process.stdout.write([
      `A  ${describe(first, before)}`,
      `B  ${describe(second, after)}`,
      '',
      ...section('Only in B', came),
      ...section('Only in A', went),
      `In both: ${stayed.length}.`,
      '',
    ].join('\n'))
    const decides = came.filter(({ because }) => because !== 'unproved').map(({ finding }) => finding)
    return (flags.failOn ?? 'never') === 'never' ? EXIT.done : exitOf({ findings: decides, captures: [...before.captures, ...after.captures], diagnostics: [...before.diagnostics, ...after.diagnostics] }, flags.failOn ?? '')
  } finally {
    store.close()
  }
}

/** `latest`, an id, or either with `:reject` and so on behind it; `reject` alone is of the latest run. Throws `nothing-selected`. */
function reportOf(store: Store, name: string): Report {
  const [, base = '', state = name] = /^(.*):([a-z-]+)$/.exec(name) ?? []
  const isState = (CONSENT_STATES as readonly string[]).includes(state)
  const id = (isState ? base : name) || 'latest'
  const consent = isState ? { consent: state as ConsentState } : {}
  try {
    return store.report({ runIds: [id], ...consent }, summarise)
  } catch (error) {
    if (!isTattleError(error) || error.code !== 'nothing-selected' || id === 'latest') throw error
    return captureOf(store, id, consent)
  }
}

function captureOf(store: Store, id: string, consent: Pick<Selection, 'consent'>): Report {
  try {
    return store.report({ captureIds: [id], ...consent }, summarise)
  } catch (error) {
    if (!isTattleError(error) || error.code !== 'nothing-selected') throw error
    const state = consent.consent === undefined ? '' : ` in the state ${consent.consent}`
    throw new TattleError('nothing-selected', `There is no run and no capture "${id}"${state} in ${store.file}; "tattle runs" lists what there is.`, { cause: error })
  }
}

function describe(name: string, { captures, findings, verdict, coverage }: Report): string {
  const states = [...new Set(captures.map(askedOf))].join(', ')
  return toTerminal(`${name}: ${captures.length === 1 ? '1 capture' : `${captures.length} captures`} (${states}), coverage ${coverage}, ${verdict}, ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}`)
}

function section(title: string, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [`${title}: nothing.`, '']
  return [
    `${title} (${differences.length}):`,
    ...differences.map(({ finding, because, detail }) => {
      const { severity, kind, recipientDomain, part, field, transformFamily } = finding
      const hashed = transformFamily === 'hashed' ? ', hashed' : ''
      const doubt = because === 'unproved' ? 'proves nothing: ' : ''
      return toTerminal(`  ${severity.padEnd(8)}  ${kind} → ${recipientDomain} (${part} ${field}${hashed}): ${doubt}${detail}`, 400)
    }),
    '',
  ]
}
