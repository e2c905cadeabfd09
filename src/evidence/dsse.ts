/**
 * The signature: an in-toto statement in a DSSE envelope, Ed25519. What is signed is the envelope's pre-authentication
 * encoding, which is also written out as a file, so that openssl alone can check it.
 */
import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { toCanonical } from './canonical.js'
import { fingerprintOf } from './keys.js'

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'

export interface Statement {
  readonly _type: typeof STATEMENT_TYPE
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[]
  readonly predicateType: string
  readonly predicate: Readonly<Record<string, unknown>>
}

export interface Envelope {
  readonly payloadType: string
  /** Base64. */
  readonly payload: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}

/** `DSSEv1`, then length and content of the type and of the payload, separated by blanks. */
function toPae(payloadType: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

export function signStatement(statement: Statement, key: KeyObject): { envelope: Envelope; pae: Buffer; signature: Buffer } {
  const payload = toCanonical(statement)
  const pae = toPae(PAYLOAD_TYPE, payload)
  const signature = sign(null, pae, key)
  const keyid = fingerprintOf(createPublicKey(key))
  const sig = signature.toString('base64')
  return {
    envelope: { payloadType: PAYLOAD_TYPE, payload: payload.toString('base64'), signatures: [{ keyid, sig }] },
    pae,
    signature,
  }
}

/** The statement of an envelope that `key` signed; null where it did not, or where it is no such envelope. */
export function openEnvelope(json: unknown, key: KeyObject): { statement: Statement; pae: Buffer; signature: Buffer } | null {
  const envelope = toEnvelope(json)
  if (envelope === null || envelope.payloadType !== PAYLOAD_TYPE) return null
  const payload = Buffer.from(envelope.payload, 'base64')
  const pae = toPae(envelope.payloadType, payload)
  for (const { sig } of envelope.signatures) {
    const signature = Buffer.from(sig, 'base64')
    if (!verify(null, pae, key, signature)) continue
    try {
      const statement: unknown = JSON.parse(payload.toString('utf8'))
      return isStatement(statement) ? { statement, pae, signature } : null
    } catch {
      return null
    }
  }
  return null
}

/** Whoever signed it may have signed anything. */
function isStatement(json: unknown): json is Statement {
  if (typeof json !== 'object' || json === null) return false
  const { _type: type, subject, predicate } = json as Partial<Record<keyof Statement, unknown>>
  return type === STATEMENT_TYPE && typeof predicate === 'object' && predicate !== null && Array.isArray(subject) &&
    subject.every((one: { name?: unknown; digest?: { sha256?: unknown } | null } | null) =>
      typeof one?.name === 'string' && typeof one.digest?.sha256 === 'string') &&
    // Two digests under one name: each reader would take another.
    new Set(subject.map(({ name }: { name: string }) => name)).size === subject.length
}

function toEnvelope(json: unknown): Envelope | null {
  if (typeof json !== 'object' || json === null) return null
  const { payloadType, payload, signatures } = json as Partial<Record<keyof Envelope, unknown>>
  if (typeof payloadType !== 'string' || typeof payload !== 'string' || !Array.isArray(signatures)) return null
  const known = signatures.slice(0, 10).filter((one: unknown): one is { keyid: string; sig: string } =>
    typeof one === 'object' && one !== null && 'sig' in one && typeof one.sig === 'string')
  return { payloadType, payload, signatures: known }
}
