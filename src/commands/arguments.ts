/** Words of the command line to what they mean. Each throws `InvalidArgumentError` with a sentence that says what it must be. */
import { isIP } from 'node:net'
import { InvalidArgumentError } from 'commander'
import { isDomainName } from '../domain-name.js'
import { CONSENT_STATES } from '../model.js'

export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

export function toList(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim()).filter((word) => word !== '')
}

export function toConsentStates(text: string): readonly string[] {
  const states = toList(text)
  const unknown = states.find((state) => !(CONSENT_STATES as readonly string[]).includes(state))
  if (unknown !== undefined || states.length === 0) {
    throw new InvalidArgumentError(`${unknown === undefined ? 'Nothing' : `"${unknown}"`} is no consent state; they are ${CONSENT_STATES.join(', ')}.`)
  }
  return states
}

export function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw new InvalidArgumentError('It must be a whole number from 1 to 1000.')
  return count
}

export function toPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('It must be a port, from 0 to 65535.')
  return port
}

export function toAddresses(text: string, before: readonly string[] | undefined): readonly string[] {
  if (isIP(text) === 0) throw new InvalidArgumentError('It must be an IPv4 or IPv6 address.')
  return [...before ?? [], text]
}

export function toDomains(text: string, before: readonly string[] | undefined): readonly string[] {
  if (!isDomainName(text)) throw new InvalidArgumentError('It must be a domain without scheme, port, path and wildcards, as in klinik.example.')
  return [...before ?? [], text]
}

export function toPath(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must be a path.')
  return text
}

export function toCookieMode(text: string): 'allow' | 'block' {
  if (text !== 'allow' && text !== 'block') throw new InvalidArgumentError('It must be allow or block.')
  return text
}
