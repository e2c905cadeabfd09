/**
 * Keys for signing evidence: Ed25519, PKCS#8 in PEM, encrypted with a passphrase, for their owner only (0600). No key
 * and no passphrase is ever read from the environment, which a browser would inherit.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  closeSync, existsSync, fchmodSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { TattleError, toMessage } from '../errors.js'
import { makeFolder } from '../folder.js'
import { toCanonical } from './canonical.js'
import { openEnvelope, signStatement, STATEMENT_TYPE } from './dsse.js'
import { moveNew, removeAbandoned, syncFolder, unfinishedName } from '../unfinished.js'

/** Where the key lies unless it is named. */
export function defaultKeyFile(): string {
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
  return join(config, 'tattle', 'evidence-key.pem')
}

function publicKeyFile(keyFile: string): string {
  return `${keyFile.replace(/\.pem$/, '')}.pub.pem`
}

/** SHA-256 of the public key (SubjectPublicKeyInfo, DER), hexadecimal. */
export function fingerprintOf(key: KeyObject): string {
  return createHash('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex')
}

/** Fingerprint of the key that bundles are signed with by default; null where there is none. */
export function ownFingerprint(): string | null {
  const file = publicKeyFile(defaultKeyFile())
  try {
    settleRotation(defaultKeyFile())
    return existsSync(file) ? fingerprintOf(createPublicKey(readFileSync(file))) : null
  } catch {
    return null // whatever lies there, a report does not fail over it
  }
}

export function toPublicPem(key: KeyObject): Buffer {
  const half = key.type === 'public' ? key : createPublicKey(key)
  return Buffer.from(half.export({ type: 'spki', format: 'pem' }))
}

/** Makes a key pair; `passphrase` null: not encrypted. Never writes over a key. Throws `key-unusable`. */
export function createKey(keyFile: string, passphrase: string | null): { fingerprint: string; publicFile: string } {
  settleRotation(keyFile)
  if (existsSync(keyFile)) {
    throw new TattleError('key-unusable',
      `There is a key at ${keyFile} already; --rotate puts a new one in its place and keeps the old one.`)
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const encryption = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption })
  const publicFile = publicKeyFile(keyFile)
  attempt(keyFile, () => {
    makeFolder(dirname(keyFile), 0o700)
    writeNew(keyFile, Buffer.from(pem), 0o600)
    replacePublic(publicFile, publicKey)
  })
  return { fingerprint: fingerprintOf(publicKey), publicFile }
}

/**
 * Puts a new key in the place of one that signs for it. The old files stay, with the fingerprint in their names. The
 * moment that counts is the move of the private key: interrupted before it, nothing has happened; after it, the public
 * half follows at the next use.
 */
export function rotateKey(
  keyFile: string, oldPassphrase: string | null, passphrase: string | null, now: Date,
): { fingerprint: string; publicFile: string; old: string; kept: string } {
  const oldKey = readKey(keyFile, oldPassphrase)
  const old = fingerprintOf(createPublicKey(oldKey))
  const stem = keyFile.replace(/\.pem$/, '')
  const fresh = freshOf(keyFile)
  rmSync(fresh, { force: true }) // of a rotation that was interrupted
  rmSync(publicKeyFile(fresh), { force: true })
  const { fingerprint } = createKey(fresh, passphrase)
  const { envelope } = signStatement({
    _type: STATEMENT_TYPE,
    subject: [{ name: 'evidence-key.pub.pem', digest: { sha256: fingerprint } }],
    predicateType: 'urn:tattle:key-rotation:1',
    predicate: { at: now.toISOString(), from: old, to: fingerprint },
  }, oldKey)
  const kept = `${stem}.${old.slice(0, 16)}.pem`
  const statement = `${stem}.${old.slice(0, 16)}.rotation.json`
  attempt(keyFile, () => {
    for (const left of [kept, publicKeyFile(kept), statement]) rmSync(left, { force: true })
    linkSync(keyFile, kept)
    writeNew(publicKeyFile(kept), toPublicPem(oldKey), 0o644)
    writeNew(statement, toCanonical(envelope), 0o644)
    renameSync(fresh, keyFile)
    syncFolder(dirname(keyFile))
    settleRotation(keyFile)
  })
  return { fingerprint, publicFile: publicKeyFile(keyFile), old, kept }
}

/** Where a new key lies until it takes over. */
function freshOf(keyFile: string): string {
  return `${keyFile.replace(/\.pem$/, '')}.new.pem`
}

/** A private key that has taken over leaves its public half behind: that follows. */
function settleRotation(keyFile: string): void {
  const fresh = freshOf(keyFile)
  if (existsSync(fresh) || !existsSync(publicKeyFile(fresh)) || !existsSync(keyFile)) return
  attempt(keyFile, () => renameSync(publicKeyFile(fresh), publicKeyFile(keyFile)))
}

/** The public half, where it is missing or another's. */
function replacePublic(publicFile: string, key: KeyObject): void {
  const pem = toPublicPem(key)
  if (existsSync(publicFile) && readFileSync(publicFile).equals(pem)) return
  rmSync(publicFile, { force: true })
  writeNew(publicFile, pem, 0o644)
}

/** Throws `key-unusable` where the file is readable for others, no Ed25519 key, or the passphrase is wrong. */
export function readKey(keyFile: string, passphrase: string | null): KeyObject {
  settleRotation(keyFile)
  if (!existsSync(keyFile)) {
    throw new TattleError('key-unusable', `There is no key at ${keyFile}; "tattle evidence keygen" makes one, --key names another.`)
  }
  const mode = statSync(keyFile).mode & 0o077
  if (process.platform !== 'win32' && mode !== 0) {
    throw new TattleError('key-unusable', `The key ${keyFile} can be read by others; "chmod 600 ${keyFile}" mends that, ` +
      'and if they may have read it, "tattle evidence keygen --rotate" makes a new one.')
  }
  const pem = attempt(keyFile, () => readFileSync(keyFile, 'utf8'))
  if (pem.includes('ENCRYPTED') && passphrase === null) {
    throw new TattleError('key-unusable', `The key ${keyFile} has a passphrase; give it on a terminal or with --passphrase-file.`)
  }
  let key: KeyObject
  try {
    key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === null ? {} : { passphrase }) })
  } catch (cause) {
    throw new TattleError('key-unusable', `The key ${keyFile} cannot be opened: it is damaged, or the passphrase is wrong.`, { cause })
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new TattleError('key-unusable', `The key ${keyFile} is of type ${String(key.asymmetricKeyType)}; evidence is signed with Ed25519.`)
  }
  try {
    if (!existsSync(publicKeyFile(keyFile))) replacePublic(publicKeyFile(keyFile), createPublicKey(key))
  } catch { /* a key that lies where nothing can be written signs all the same */ }
  return key
}

export function isEncrypted(keyFile: string): boolean {
  return existsSync(keyFile) && attempt(keyFile, () => readFileSync(keyFile, 'utf8')).includes('ENCRYPTED')
}

/** Throws `key-unusable`. */
export function readPublicKey(pem: Buffer | string, where: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch { /* said below */ }
  throw new TattleError('key-unusable', `${where} holds no Ed25519 public key in PEM.`)
}

/** Public keys that a key took over from, with the envelopes in which each signed for the next: oldest first. */
export function readRotations(keyFile: string, list: readonly string[]): { pem: Buffer; envelope: Buffer; fingerprint: string }[] {
  const folder = dirname(keyFile)
  return list.filter((name) => name.endsWith('.rotation.json')).sort().flatMap((name) => {
    const publicFile = join(folder, name.replace(/\.rotation\.json$/, '.pub.pem'))
    if (!existsSync(publicFile)) return []
    const pem = readFileSync(publicFile)
    return [{ pem, envelope: readFileSync(join(folder, name)), fingerprint: fingerprintOf(readPublicKey(pem, publicFile)) }]
  })
}

/** Whether the key `trusted` leads to the key `signing`, each having signed for the next. */
export function leadsTo(trusted: string, signing: string, rotations: readonly { pem: Buffer; envelope: Buffer }[]): boolean {
  let current = trusted
  for (let step = 0; step <= rotations.length; step++) {
    if (current === signing) return true
    const next = rotations.map(({ pem, envelope }) => {
      const key = readPublicKey(pem, 'the bundle')
      if (fingerprintOf(key) !== current) return null
      const opened = openEnvelope(JSON.parse(envelope.toString('utf8')), key)
      const { from, to } = opened?.statement.predicate ?? {}
      return opened?.statement.predicateType === 'urn:tattle:key-rotation:1' && from === current && typeof to === 'string' ? to : null
    }).find((to) => to !== null)
    if (next === undefined || next === null) return false
    current = next
  }
  return false
}

/** Written beside its place, then moved to it: it is there whole or not at all, and nothing is written over. */
export function writeNew(file: string, content: Uint8Array, mode: number): void {
  removeAbandoned(file)
  const unfinished = unfinishedName(file)
  try {
    const handle = openSync(unfinished, 'wx', mode)
    try {
      fchmodSync(handle, mode)
      for (let done = 0; done < content.length;) done += writeSync(handle, content, done)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    moveNew(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new TattleError('key-unusable', `The key ${file} cannot be read or written (${toMessage(cause)}); name another with --key.`, { cause })
  }
}
