/**
 * Time-stamps (RFC 3161): asking an authority that some bytes existed, and checking what it answered: that it is about
 * these bytes, that the signature fits, and, with the authority's root, that the signer is one that it vouches for.
 */
import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto'
import { TattleError, toMessage } from '../errors.js'
import { listOf } from '../shapes.js'
import { der, derInteger, derOid, isOid, readAllDer, readDer, TAG, type Der } from './der.js'

const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  stampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  extendedKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const
/** Digests that an authority may sign with. */
const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
}
const TIMEOUT = 30_000
const MAX_RESPONSE = 1024 * 1024

export interface Stamp {
  /** ISO 8601, as the authority says. */
  readonly at: string
  /** Subject of the certificate that signed. */
  readonly signer: string
  /** Whether the certificates given vouch for the signer; null where none were given. */
  readonly vouched: boolean | null
}

/** The request for a stamp on the SHA-256 of `data`. */
export function toRequest(data: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = der(TAG.sequence, derOid(OID.sha256), der(TAG.null))
  const imprint = der(TAG.sequence, algorithm, der(TAG.octets, createHash('sha256').update(data).digest()))
  return der(TAG.sequence, derInteger(Buffer.from([1])), imprint, derInteger(nonce), der(TAG.boolean, Buffer.from([0xff])))
}

/** Asks the authority at `url`. Returns its response, checked. Throws `stamp-failed`. */
export async function requestStamp(data: Uint8Array, url: string, roots: string | null): Promise<{ response: Buffer; stamp: Stamp }> {
  const fail = (why: string, cause?: unknown): TattleError => new TattleError(
    'stamp-failed', `The time-stamping authority ${url} gave no time-stamp: ${why}. Nothing was written.`, { cause },
  )
  if (!/^https?:\/\//i.test(url)) throw fail('its address must begin with http:// or https://')
  const nonce = randomBytes(8)
  let response: Buffer
  try {
    const answer = await fetch(url, {
      method: 'POST', body: new Blob([toRequest(data, nonce)]), headers: { 'content-type': 'application/timestamp-query' },
      signal: AbortSignal.timeout(TIMEOUT),
    })
    if (!answer.ok) throw new Error(`it answered ${answer.status}`)
    response = await readAnswer(answer)
  } catch (cause) {
    const inner = cause instanceof Error && cause.cause instanceof Error ? ` (${cause.cause.message})` : ''
    throw fail(`${toMessage(cause)}${inner}`, cause)
  }
  try {
    const stamp = checkStamp(response, data, roots, nonce)
    if (stamp.vouched === false) throw new Error('the certificates given do not vouch for its signer')
    return { response, stamp }
  } catch (cause) {
    throw fail(toMessage(cause), cause)
  }
}

async function readAnswer({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MAX_RESPONSE) throw new Error('its answer is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What a response attests of `data`. Throws an Error that says why it attests nothing. */
export function checkStamp(response: Buffer, data: Uint8Array, roots: string | null, nonce?: Uint8Array): Stamp {
  if (response.length > MAX_RESPONSE) throw new Error('it is too long')
  const [status, token] = readAllDer(readDer(response).value)
  const code = status && readAllDer(status.value)[0]?.value[0]
  if (code !== 0 && code !== 1) throw new Error(`it was refused (status ${String(code)})`)
  if (token === undefined) throw new Error('it holds no token')
  const signed = readSignedData(token)
  const info = readAllDer(readDer(signed.content).value)
  const imprint = info[2] && readAllDer(info[2].value)
  const hashed = imprint?.[0] && readAllDer(imprint[0].value)[0]
  const digest = createHash('sha256').update(data).digest()
  if (!isOid(hashed, OID.sha256) || imprint?.[1]?.value.equals(digest) !== true) throw new Error('it is about something else')
  const time = info.find(({ tag }) => tag === TAG.time)
  if (time === undefined) throw new Error('it holds no time')
  if (nonce !== undefined && !info.some(({ whole }) => whole.equals(derInteger(nonce)))) throw new Error('it answers another request')
  const at = toIso(time.value.toString('latin1'))
  const signer = signerOf(signed)
  return { at, signer: signer.subject.replaceAll('\n', ', '), vouched: roots === null ? null : isVouched(signer, signed.certificates, roots, at) }
}

interface Signed {
  readonly content: Buffer
  readonly certificates: readonly X509Certificate[]
  readonly attributes: Der
  readonly hash: string
  readonly signature: Buffer
}

/** ContentInfo → SignedData → the one signer. */
function readSignedData(token: Der): Signed {
  const [type, wrapped] = readAllDer(token.value)
  if (!isOid(type, OID.signedData) || wrapped === undefined) throw new Error('it holds no signed data')
  const parts = readAllDer(readDer(wrapped.value).value)
  const encapsulated = parts[2] && readAllDer(parts[2].value)
  if (!isOid(encapsulated?.[0], OID.stampInfo) || encapsulated?.[1] === undefined) throw new Error('it is no time-stamp')
  const certificates = parts.find(({ tag }) => tag === TAG.context0)
  const signers = parts.at(-1)
  const [signer, ...others] = signers === undefined ? [] : readAllDer(signers.value)
  if (signer === undefined) throw new Error('nobody signed it')
  if (others.length > 0) throw new Error('more than one signed it')
  const fields = readAllDer(signer.value)
  const attributes = fields.find(({ tag }) => tag === TAG.context0)
  const algorithm = fields[2] && readAllDer(fields[2].value)[0]
  const hash = Object.keys(HASHES).find((oid) => isOid(algorithm, oid))
  const signature = fields.find(({ tag }) => tag === TAG.octets)
  if (attributes === undefined || hash === undefined || signature === undefined) throw new Error('its signature is of an unknown kind')
  return {
    content: readDer(encapsulated[1].value).value,
    certificates: certificates === undefined ? [] : readAllDer(certificates.value).map(({ whole }) => new X509Certificate(whole)),
    attributes,
    hash: HASHES[hash] ?? '',
    signature: signature.value,
  }
}

/**
 * The certificate whose key signed, and that the signature names. Throws where there is none, or where it is not one for
 * time-stamps and nothing else, as RFC 3161 wants it and openssl checks it.
 */
function signerOf({ content, certificates, attributes, hash, signature }: Signed): X509Certificate {
  const signed = readAllDer(attributes.value).map(({ value }) => readAllDer(value))
  const valueOf = (name: string): Der | undefined => {
    const set = signed.find(([oid]) => isOid(oid, name))?.[1]
    return set && readDer(set.value)
  }
  if (!isOid(valueOf(OID.contentType), OID.stampInfo)) throw new Error('it is no time-stamp')
  const digest = createHash(hash).update(content).digest()
  if (valueOf(OID.messageDigest)?.value.equals(digest) !== true) throw new Error('its content was changed')
  const signedBytes = der(TAG.set, attributes.value)
  const fitting = certificates.filter(({ publicKey }) => {
    try {
      return verify(hash, signedBytes, publicKey, signature)
    } catch {
      return false
    }
  })
  if (fitting.length === 0) throw new Error('its signature does not fit any certificate in it')
  const names = [valueOf(OID.signingCertificate), valueOf(OID.signingCertificateV2)].flatMap((value) => value ?? [])
  const signer = fitting.find((certificate) => names.length > 0 && names.every((value) => isNamed(certificate, value)))
  if (signer === undefined) throw new Error('it does not name the certificate that it was signed with')
  const isCritical = signer.raw.includes(Buffer.concat([derOid(OID.extendedKeyUsage), der(TAG.boolean, Buffer.from([0xff]))]))
  if (!isCritical || listOf(signer.keyUsage).join(' ') !== OID.timeStamping) throw new Error('its signer may not stamp times')
  return signer
}

/** Whether the first of a list of certificates, each by its digest (RFC 5035), is this one. */
function isNamed({ raw }: X509Certificate, list: Der): boolean {
  const parts = readAllDer(readDer(readDer(list.value).value).value)
  const named = parts.find(({ tag }) => tag === TAG.octets)?.value
  return named !== undefined && ['sha1', ...Object.values(HASHES)].some((name) => createHash(name).update(raw).digest().equals(named))
}

/** Whether a way leads from the signer to one of `roots` (PEM), all valid at that time. */
function isVouched(signer: X509Certificate, others: readonly X509Certificate[], roots: string, at: string): boolean {
  const trusted = toCertificates(roots)
  const isValid = ({ validFrom, validTo }: X509Certificate): boolean =>
    Date.parse(validFrom) <= Date.parse(at) && Date.parse(at) <= Date.parse(validTo)
  let current = signer
  for (let step = 0; step < 8; step++) {
    if (!isValid(current)) return false
    const issued = (by: X509Certificate): boolean => by.ca && current.checkIssued(by) && current.verify(by.publicKey)
    if (trusted.some((root) => root.raw.equals(current.raw) || issued(root) && isValid(root))) return true
    const next = others.find((one) => one !== current && issued(one))
    if (next === undefined) return false
    current = next
  }
  return false
}

const BEGIN = '-----BEGIN CERTIFICATE-----'
const END = '-----END CERTIFICATE-----'

/** Throws `usage` where the text holds no certificate. */
export function toCertificates(pem: string): X509Certificate[] {
  const blocks = pem.split(BEGIN).slice(1).map((text) => text.split(END, 2)).filter(({ length }) => length === 2).map(([text]) => `${BEGIN}${text}${END}`)
  if (blocks.length === 0) throw new TattleError('usage', '--tsa-ca must name a file with certificates in PEM.')
  return blocks.map((block) => new X509Certificate(block))
}

/** `20260301093000.5Z` → `2026-03-01T09:30:00.500Z` */
function toIso(time: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(time)
  if (match === null) throw new Error('its time cannot be read')
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`).toISOString()
}
