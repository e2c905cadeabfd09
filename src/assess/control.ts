/**
 * A journey walked twice with different planted values. What shows up in both walks whatever was planted is coincidence
 * and is dropped, saying so; what changes with the values is caused by them.
 */
import type { AnalysedRows, ControlResult, LeakRecord, Walk } from '../model.js'

export type Judgement = ControlResult | 'coincidence' | null

/** Judges the leaks of the first walk's captures against those of the control walk. */
export function createJudge(mains: readonly AnalysedRows[], controls: readonly AnalysedRows[]): (leak: LeakRecord) => Judgement {
  const walk = mains[0]?.walk
  const inControl = new Set(controls.flatMap(fingerprintsOf))
  // The first walk's values where they were not planted, and the control's where those were not.
  const strayed = new Set(controls.flatMap((one) => one.walk?.foreign ?? []))
  const anyhow = new Set(mains.flatMap((one) => one.walk?.foreign ?? []))
  const planted = new Set(walk?.planted.map(({ id }) => id))
  const unvaried = new Set(walk?.unvaried)
  const ofEachMain = mains.map((one) => new Set(fingerprintsOf(one)))
  const proved = mains.length > 1 && controls.length > 1 && controls.every(({ capture }) => capture.coverage !== 'broken')

  return ({ matchSource, termId, kind, fingerprint }) => {
    if (matchSource === 'signature' || matchSource === 'differential' || kind === 'network.ip') return null
    const term = termId.split('=')[0] ?? ''
    if (unvaried.has(term)) return 'unvaried'
    if (planted.has(term)) {
      const isCoincidence = strayed.has(fingerprint) && !(inControl.has(fingerprint) && !anyhow.has(fingerprint))
      return isCoincidence ? 'coincidence' : inControl.has(fingerprint) ? 'confirmed' : 'unconfirmed'
    }
    // A word of a vocabulary was planted by nobody: it belongs to the values where it comes and goes with them.
    if (inControl.has(fingerprint)) return 'coincidence'
    return proved && ofEachMain.every((known) => known.has(fingerprint)) ? 'confirmed' : 'unconfirmed'
  }
}

/** Why a leak is not reported, in a sentence. */
export function sentenceOfCoincidence(leak: LeakRecord, { planted }: Walk): string {
  const where = `${leak.part}${leak.field === '' ? '' : ` "${leak.field.slice(0, 100)}"`}`
  const what = `"${leak.label.slice(0, 100)}" (${leak.kind}) in ${where} to ${leak.recipientDomain}`
  return planted.some(({ id }) => id === leak.termId.split('=')[0])
    ? `${what} was sent in the control walk as well, where it was not planted: a coincidence, so it is not reported.`
    : `The word ${what} was sent in both walks, whatever was planted: it says nothing of what the visitor entered, so it ` +
      'is not reported.'
}

function fingerprintsOf({ findings }: AnalysedRows): string[] {
  return findings.map(({ fingerprint }) => fingerprint)
}
