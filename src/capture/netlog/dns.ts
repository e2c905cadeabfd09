/** Alias chains of host names, as the answers of the resolver had them. */
import { toText } from './params.js'
import type { NetLogEvent } from './read.js'

export interface Names {
  wants(type: string): boolean
  event(event: NetLogEvent): void
  /** `[first alias, …, canonical name]`, without the host itself; empty where none was recorded. */
  chainOf(host: string): readonly string[]
}

const longestChain = 16
const deepest = 8

export function createNames(): Names {
  const targets = new Map<string, string>()
  const collect = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return
    if ('domain_name' in value && 'alias_target' in value) {
      const [from, to] = [toName(value.domain_name), toName(value.alias_target)]
      if (from !== '' && to !== '') targets.set(from, to)
    }
    for (const each of Object.values(value)) collect(each, depth + 1)
  }
  return {
    wants: (type) => type === 'HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS',
    event: ({ params }) => { collect(params, 0) },
    chainOf: (host) => {
      const chain: string[] = []
      let name = targets.get(toName(host))
      while (name !== undefined && !chain.includes(name) && chain.length < longestChain) {
        chain.push(name)
        name = targets.get(name)
      }
      return chain
    },
  }
}

function toName(value: unknown): string {
  return toText(value).toLowerCase().replace(/\.$/, '')
}
