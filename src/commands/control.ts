/** `tattle analyze A… --control B…`: who was planted in which captures, so that they can be held against one another. */
import { manifestFault } from '../capture/manifest-fault.js'
import type { CaptureManifest } from '../capture/manifest.js'
import type { AnalyzeFlags } from './flags.js'
import { isTattleError, TattleError } from '../errors.js'
import { openInput, type HarDocument } from '../har/read.js'
import { readPersona, type Persona } from '../persona.js'
import type { AnalyzeOptions } from '../analysis.js'

export interface ControlPlan {
  readonly mains: AnalyzeOptions
  /** Null where there is nothing to compare with. */
  readonly controls: AnalyzeOptions | null
  readonly inputs: readonly string[]
}

/** Throws `usage` where it is not known what was planted on either side. */
export async function planControl(
  mains: readonly string[], flags: Pick<AnalyzeFlags, 'control' | 'controlPersona' | 'persona'>, options: AnalyzeOptions,
): Promise<ControlPlan> {
  const inputs = [...new Set(flags.control ?? [])]
  if (inputs.length === 0) {
    if (flags.controlPersona === undefined) return { mains: options, controls: null, inputs }
    throw new TattleError('usage', '--control-persona says whose values --control holds; name those captures with --control.')
  }
  const both = inputs.find((input) => mains.includes(input))
  if (both !== undefined) throw new TattleError('usage', `${both} is on both sides of the comparison; a capture is one or the other.`)
  const [ours, theirs] = [await manifestsIn(mains), await manifestsIn(inputs)]
  const first = options.persona ?? plantedIn(ours) ?? unknown(mains, '--persona')
  const other = flags.controlPersona === undefined
    ? plantedIn(theirs) ?? unknown(inputs, '--control-persona')
    : readPersona(flags.controlPersona)
  // HARs do not say which of them belong together: all of one command are one journey.
  const journey = [...ours, ...theirs].some((manifest) => manifest === undefined) ? { journey: '' } : {}
  return {
    mains: { ...options, persona: first, compare: { other, isControl: false, ...journey } },
    controls: { ...options, persona: other, compare: { other: first, isControl: true, ...journey } },
    inputs,
  }
}

/** Of each document; undefined for what is no capture of ours. What cannot be read is refused when it is analysed. */
async function manifestsIn(inputs: readonly string[]): Promise<(CaptureManifest | undefined)[]> {
  const manifests: (CaptureManifest | undefined)[] = []
  for (const input of inputs) {
    const documents = input === '-' ? [] : await openInput(input).catch(noneIfRefused)
    manifests.push(...documents.map(({ manifest }) => manifestFault(manifest) === null ? manifest as CaptureManifest : undefined))
    for (const document of documents) document.close()
  }
  return manifests
}

function noneIfRefused(error: unknown): HarDocument[] {
  if (isTattleError(error)) return []
  throw error
}

function plantedIn(manifests: readonly (CaptureManifest | undefined)[]): Persona | undefined {
  return manifests.find((manifest) => manifest?.persona)?.persona ?? undefined
}

function unknown(inputs: readonly string[], option: string): never {
  throw new TattleError('usage', `Nothing says what was planted in ${inputs.join(', ')}; name the persona with ${option}.`)
}
