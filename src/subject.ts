/** Whom and what an analysis is about: the visitor and what is looked for, the audited site, and whether it is a live one. */
import { basename, isAbsolute, relative } from 'node:path'
import type { AnalyzeOptions } from './analysis.js'
import { otherTerms } from './assess/walk.js'
import { manifestFault, stepsFault } from './capture/manifest-fault.js'
import type { CaptureManifest } from './capture/manifest.js'
import { TattleError } from './errors.js'
import { isLoopback, registrableDomain } from './exchange/site.js'
import type { HarDocument } from './har/read.js'
import type { Facts } from './learn/learn.js'
import type { Diagnostic, Target, Term } from './model.js'
import { toTerms, type Persona } from './persona.js'

/** Known before anything is read. */
export interface Subject {
  /** Of a capture of ours; null for anybody else's HAR. */
  readonly manifest: CaptureManifest | null
  readonly persona: Persona | null
  readonly clientIps: readonly string[]
  readonly terms: readonly Term[]
  /** What the other walk of a control plants. */
  readonly others: readonly Term[]
}

/** Throws `capture-unreadable`. */
export function subjectOf(document: HarDocument, options: AnalyzeOptions): Subject {
  const manifest = document.kind === 'capture' ? manifestOf(document) : null
  const persona = options.persona ?? manifest?.persona ?? null
  const clientIps = options.clientIps ?? manifest?.clientIps ?? []
  const terms = toTerms(persona, options.values)
  return { manifest, persona, clientIps, terms, others: otherTerms(terms, toTerms(options.compare?.other ?? null)) }
}

/** Known when all was read. */
export interface Audited {
  /** Registrable domains of the site, its own first. */
  readonly firstParty: ReadonlySet<string>
  readonly site: string
  readonly target: Target
  /** Whether an address that somebody was told can be recognised as the visitor's. */
  readonly isAddressKnown: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** `isOfStandIn`: the HAR says so itself. */
export function auditedOf({ manifest, clientIps, terms }: Subject, facts: Facts, isOfStandIn: boolean, options: AnalyzeOptions): Audited {
  const firstParty = new Set((options.firstParty ?? manifest?.firstParty ?? [facts.site]).map(registrableDomain))
  const site = [...firstParty][0] ?? ''
  const isLocal = facts.onLoopback.includes(site)
  const target = manifest?.target ?? (isOfStandIn || isLoopback(site) ? 'stand-in' : options.target ?? (isLocal ? 'stand-in' : 'live'))
  // On a live site servers see the machine's own address, not the persona's.
  const plantsAddress = manifest === null || target === 'stand-in'
  return {
    firstParty, site, target,
    // A stand-in on this machine sees no address that a visitor could have; a check says so once.
    isAddressKnown: clientIps.length > 0 || (manifest !== null && target === 'stand-in') ||
      (plantsAddress && terms.some(({ kind }) => kind === 'network.ip')),
    diagnostics: [
      ...(manifest === null && isLocal && !isLoopback(site) ? [onLoopback(site, target)] : []),
      ...(options.firstParty === undefined && manifest === null && facts.siteReason !== ''
        ? [{ code: 'site-inferred' as const, message: `First party: ${facts.siteReason} Name it with --first-party if that is wrong.` }] : []),
    ],
  }
}

function onLoopback(site: string, target: Target): Diagnostic {
  return target === 'live'
    ? { code: 'target-declared', message: `${site} answered from a loopback address; that it is a live site, behind a proxy, was declared.` }
    : { code: 'target-by-address', message: `${site} answered from a loopback address, so it counts as a stand-in; if that was a proxy in front of a live site, say so with --target live.` }
}

/** Throws `capture-unreadable` where it, or the list of steps, is not of the shape that it should be. */
function manifestOf({ name, manifest, steps }: HarDocument): CaptureManifest {
  const fault = manifestFault(manifest) ?? (steps === undefined ? null : stepsFault(steps))
  if (fault === null) return manifest as CaptureManifest
  throw new TattleError('capture-unreadable', `The capture ${name} cannot be read: ${fault}. Record it again, or give its HAR alone.`)
}

export function scenarioOf(name: string): string {
  return basename(name).replace(/\.(har|json|gz|zip)\b/g, '') || 'har'
}

/** Relative to the working directory where it lies below it. */
export function toPath(name: string): string {
  const near = isAbsolute(name) ? relative(process.cwd(), name) : name
  return near.startsWith('..') ? name : near
}
