/** A certificate for the stand-in's host names, made at start and kept in memory. Nobody is asked to trust it. */
import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  readonly cert: string
  /** Base64 of the SHA-256 of its public key: how a browser can be told to accept this one and no other. */
  readonly spki: string
}

export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Terminhaus stand-in' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  })
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' })
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(publicKey).digest('base64') }
}
