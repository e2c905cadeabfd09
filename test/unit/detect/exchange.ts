/** Exchanges for the tests of detection, and short ways to ask for matches. */
import { createDetector, type Detector, type DetectorOptions } from '../../../src/detect/detector.js'
import { jsonPathAt } from '../../../src/exchange/json-path.js'
import type { Exchange, Field, FieldMeaning, Kind, Match, Part, Recipient, Term } from '../../../src/model.js'
import { toTerms } from '../../../src/persona.js'

export function toField(part: Part, name: string, value: string | Uint8Array): Field {
  return { part, name, value: typeof value === 'string' ? new TextEncoder().encode(value) : value,
    pointer: '/request/url', offset: 0 }
}

export function toExchange(...fields: readonly Field[]): Exchange {
  return {
    entry: 0, startedAt: 0, method: 'GET', url: 'https://tracker.example/collect', host: 'tracker.example',
      domain: 'tracker.example',
    resourceType: 'image', status: 200, delivery: 'sent', recordedBy: 'har', requestBodyBytes: 0, fields,
      setCookies: [],
  }
}

export function toRecipient(fields?: Readonly<Record<string, FieldMeaning>>): Recipient {
  const recipient: Recipient = {
    host: 'tracker.example', domain: 'tracker.example', category: 'advertising', via: 'direct', rule: 'signature:test',
  }
  return fields ? { ...recipient, fields } : recipient
}

/** Terms of an invented persona. */
export function terms(values: Readonly<Partial<Record<Kind, readonly string[]>>>): Term[] {
  return toTerms({ id: 'test', locale: 'de-DE', values })
}

export function detectorOf(options: Partial<DetectorOptions>): Detector {
  return createDetector({ terms: [], clientIps: [], vocabularies: [], jsonPathAt, ...options })
}

/** What a match says, in a line: `health.search#0 data.u percent>base64 sha256 exact`. */
export function inShort({ term, fieldPath, layers, transforms, certainty }: Match): string {
  return [term.id, fieldPath, layers.join('>') || '-', transforms.join('>') || '-', certainty].join(' ')
}

/** The matches of one field, in short. */
export function found(detector: Detector, part: Part, name: string, value: string | Uint8Array,
  recipient = toRecipient()): string[] {
  return detector.detect(toExchange(toField(part, name, value)), recipient).map(inShort)
}
