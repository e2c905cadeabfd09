/**
 * The fingerprint of a finding: what holds from run to run. It knows neither the value that leaked, nor when, at which
 * step, under which encoding, or in which consent state.
 */
import { hash } from 'node:crypto'
import type { Kind, Part, Via } from '../model.js'

export const FINGERPRINT_VERSION = 1

export interface Distinct {
  readonly site: string
  readonly kind: Kind
  /** Ordinal of the term among those of its kind; a vocabulary's word has one that does not depend on its neighbours. */
  readonly termOrdinal: number
  readonly recipientDomain: string
  readonly recipientVia: Via
  readonly part: Part
  /** Already normalised (`normaliseField`). */
  readonly field: string
  readonly transformFamily: 'plain' | 'hashed'
}

/** SHA-256 (hex) of the canonical JSON (RFC 8785: keys in order, no blanks) of what makes a leak distinct. */
export function fingerprintOf(distinct: Distinct): string {
  const canonical = JSON.stringify({
    family: distinct.transformFamily,
    field: distinct.field,
    kind: distinct.kind,
    ordinal: distinct.termOrdinal,
    part: distinct.part,
    recipient: distinct.recipientDomain,
    site: distinct.site,
    version: FINGERPRINT_VERSION,
    via: distinct.recipientVia,
  })
  return hash('sha256', canonical, 'hex')
}

/** Live and stand-in never share a finding, not even in one database. */
export function findingIdOf(target: string, fingerprint: string): string {
  return hash('sha256', `${target}\n${fingerprint}`, 'hex').slice(0, 32)
}
