/** `evidence/manifest.json` of a bundle: what is in it, and where that came from. Always canonical JSON. */
import type { FileDigest, Target } from '../model.js'

export interface EvidenceManifest {
  readonly schema: 1
  /** `redacted`: a copy to hand out, made from the bundle that `original` names. */
  readonly form: 'original' | 'redacted'
  readonly createdAt: string
  /** Of the analyses, as is the digest of the rules. */
  readonly tattleVersion: string
  readonly rulesDigest: string
  readonly target: Target
  readonly runId: string
  readonly captures: readonly string[]
  /** Of the control walk: what the others were held against. Their findings are no part of the report. Absent: none. */
  readonly controls?: readonly string[]
  /** Head of the chain of custody when the bundle was packed. */
  readonly chain: { readonly link: number; readonly digest: string }
  /** Of a redacted bundle: SHA-256 of the manifest of the one that it was made from. */
  readonly original: string | null
  /** What could not be put in, one sentence each. */
  readonly missing: readonly string[]
  /** Every file in data/. */
  readonly files: readonly FileDigest[]
}

/** One of `data/controls.json`: a capture of the control walk. */
export interface ControlCapture {
  readonly captureId: string
  readonly walk: 'control'
  /** The captures that were held against it. */
  readonly of: readonly string[]
  /** Id of the persona that was planted. */
  readonly persona: string | null
  readonly scenario: string
  readonly consentAsked: string | null
  readonly coverage: string
  readonly startedAt: string | null
  readonly firstParty: readonly string[]
  readonly harSha256: string
}

export const PATHS = {
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifestList: 'manifest-sha256.txt',
  tagList: 'tagmanifest-sha256.txt',
  verify: 'VERIFY.txt',
  manifest: 'evidence/manifest.json',
  envelope: 'evidence/statement.dsse.json',
  pae: 'evidence/statement.pae',
  signature: 'evidence/statement.sig',
  key: 'evidence/key.pub.pem',
  stamp: 'evidence/timestamp.tsr',
  stampRoots: 'evidence/timestamp-ca.pem',
  keys: 'evidence/keys/',
  links: 'data/chain/links.jsonl',
  report: 'data/report.json',
  leaks: 'data/leaks.jsonl',
  captures: 'data/captures/',
  configuration: 'data/configuration.json',
  terms: 'data/terms.json',
  tools: 'data/tools.json',
  controls: 'data/controls.json',
} as const

/** Where the persona of that id lies. */
export function personaPath(id: string): string {
  return `data/personas/${id.replaceAll(/[^\w.-]/g, '_')}.json`
}

export const PREDICATE_TYPE = 'urn:tattle:evidence:1'
