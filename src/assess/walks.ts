/** Settles what captures of one journey say together: coincidences go, proved leaks say so, undecoded ones are added. */
import type { AnalysedRows, ControlRecord, DiagnosticRecord, FindingRecord, LeakRecord } from '../model.js'
import { createJudge, sentenceOfCoincidence } from './control.js'
import { areInTurn, createDifferential, NEEDED, type Differential } from './differential.js'
import type { ComparedLeaks } from './compared-leak.js'
import { createRecurring } from './recurring.js'
import { mapped } from './mapped.js'

export interface SettledWalks {
  /** In the order in which they were given. */
  readonly mains: readonly AnalysedRows[]
  /** Captures of control walks: proof, and no part of what is reported. */
  readonly controls: readonly AnalysedRows[]
}

export function settleWalks(all: readonly AnalysedRows[]): SettledWalks {
  const controls = all.filter(({ walk }) => walk?.isControl)
  const mains = all.filter(({ walk }) => !walk?.isControl)
  const recurring = createRecurring()
  const differential = createDifferential()
  return {
    controls: controls.map((rows) => ({ ...rows, capture: { ...rows.capture, conditions: { ...rows.capture.conditions, walk: 'control' } } })),
    mains: mains.map((rows) => {
      const { walk, ...plain } = rows
      if (walk === undefined) return rows
      const ofJourney = (others: readonly AnalysedRows[]): AnalysedRows[] => others.filter((other) => other.walk?.journey === walk.journey)
      const siblings = mains.filter((other) => other !== rows && isSibling(rows, other))
      const added = recurring(rows, siblings)
      if (walk.otherPersona === null) return withVerdict(withAdded(plain, added))
      return held(rows, ofJourney(mains), ofJourney(controls), added, differential)
    }),
  }
}

/** Of the same scenario on the same site; the browser's profile must be a fresh one in each. */
function isSibling({ capture }: AnalysedRows, other: AnalysedRows): boolean {
  return capture.scenario === other.capture.scenario && capture.site === other.capture.site &&
    capture.captureId !== other.capture.captureId && capture.conditions['profile'] === undefined
}

/** One capture, held against the control walks of its journey. */
function held(
  rows: AnalysedRows, mains: readonly AnalysedRows[], controls: readonly AnalysedRows[], recurring: readonly ComparedLeaks[],
  differentialLeaks: Differential,
): AnalysedRows {
  const { walk, ...plain } = rows
  if (walk === undefined) return rows
  const judge = createJudge(mains, controls)
  const notes: Note[] = []
  const whole = (each: readonly AnalysedRows[]): AnalysedRows[] => each.filter(({ capture }) => capture.coverage !== 'broken')
  const [ours, theirs] = [whole(mains), whole(controls)]
  const differential = ours.length >= NEEDED && theirs.length >= NEEDED
  if (controls.length === 0) {
    notes.push({ code: 'control-missing', message: 'There is no capture of the control walk in this state, so nothing could be confirmed.' })
  } else if (!differential) {
    notes.push({ code: 'differential-insufficient', message: 'Values that nothing decodes could not be compared: that needs ' +
      `${NEEDED} whole captures of each persona, and there are ${ours.length} and ${theirs.length}; add --repeat ${NEEDED}.` })
  } else if (!areInTurn(ours, theirs)) {
    notes.push({ code: 'differential-in-sequence', message: 'The two walks were not made in turn, so that numbers, which may ' +
      'have changed in between by themselves, were not compared.' })
  }
  for (const { capture } of controls.filter((one) => !theirs.includes(one))) {
    notes.push({ code: 'control-broken', message: `The control walk ${capture.captureId} is broken, so what it does not show ` +
      `proves nothing: ${capture.coverageReasons[0] ?? 'something was lost.'}` })
  }
  const kinds = [...new Set(walk.planted.filter(({ id }) => walk.unvaried.includes(id)).map(({ kind }) => kind))]
  if (kinds.length > 0) {
    notes.push({ code: 'control-unvaried', message: `Both walks planted the same under ${kinds.join(', ')}, so the control says ` +
      'nothing of it; give other values under "control" in the persona, or with --control-persona.' })
  }

  const dropped = new Map<string, LeakRecord>()
  const kept = new Set<string>()
  for (const leak of rows.leaks) {
    if (judge(leak) !== 'coincidence') kept.add(leak.findingId)
    else if (!dropped.has(leak.findingId)) dropped.set(leak.findingId, leak)
  }
  for (const leak of dropped.values()) {
    notes.push({ code: 'control-coincidence', entry: leak.entry, message: sentenceOfCoincidence(leak, walk) })
  }
  const added = [...recurring, ...differential ? differentialLeaks(rows, ours, theirs) : []]
  const judged: AnalysedRows = {
    ...plain,
    findings: rows.findings.filter(({ findingId }) => kept.has(findingId)),
    leaks: remaining(mapped(rows.leaks, (leak) => ({ leak, judgement: judge(leak) }))),
  }
  const control: ControlRecord = {
    persona: walk.otherPersona ?? '', captureIds: controls.map(({ capture }) => capture.captureId), unvaried: kinds,
    dropped: dropped.size, differential,
  }
  const settled = withVerdict(withAdded(judged, added))
  const { analysisId, captureId, runId } = rows.analysis
  return {
    ...settled,
    analysis: { ...settled.analysis, control },
    diagnostics: [...rows.diagnostics, ...notes.map(({ code, message, entry }): DiagnosticRecord =>
      ({ analysisId, captureId, runId, code, entry: entry ?? null, message }))],
  }
}

type Note = Pick<DiagnosticRecord, 'code' | 'message'> & { readonly entry?: number }

interface Judged { readonly leak: LeakRecord; readonly judgement: ReturnType<ReturnType<typeof createJudge>> }

/** Without the coincidences, each with what the control walk says of it. */
function remaining(judged: Iterable<Judged>): Iterable<LeakRecord> {
  return {
    * [Symbol.iterator]() {
      for (const { leak, judgement } of judged) if (judgement !== 'coincidence') yield { ...leak, control: judgement }
    },
  }
}

function withVerdict(rows: AnalysedRows): AnalysedRows {
  const none = rows.capture.coverage === 'broken' ? 'inconclusive' : 'none-observed'
  return { ...rows, analysis: { ...rows.analysis, verdict: rows.findings.length > 0 ? 'leaks' : none } }
}

function withAdded(rows: AnalysedRows, added: readonly ComparedLeaks[]): AnalysedRows {
  const findings = new Map<string, FindingRecord>(rows.findings.map((finding) => [finding.findingId, finding]))
  for (const finding of added.flatMap((one) => one.findings)) findings.set(finding.findingId, finding)
  const leaks = new Map(added.flatMap((one) => one.leaks).map((leak) => [leak.leakId, leak]))
  return {
    ...rows,
    findings: [...findings.values()],
    leaks: { * [Symbol.iterator]() { yield* rows.leaks; yield* leaks.values() } },
  }
}
