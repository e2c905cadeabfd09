/** Alias chains of host names, as the answers of the resolver had them. */
import { toText } from './params.js'
import type { NetLogEvent } from './read.js'

export interface Names {
  wants(type: string): boolean
  event(event: NetLogEvent): void
  /** `[first alias, …, canonical name]`, without the host itself; empty where none was recorded. */
  chainOf(host: string): readonly string[]
  /** The operating system looked the name up, and it tells no aliases. */
  bySystem(host: string): boolean
}

const longestChain = 16
const deepest = 8
const types: ReadonlySet<string> = new Set([
  'HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS', 'HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_SYSTEM_TASK',
])

export function createNames(): Names {
  const targets = new Map<string, string>()
  const hostOfJob = new Map<number, string>()
  const system = new Set<string>()
  const collect = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return
    if ('domain_name' in value && 'alias_target' in value) {
      const [from, to] = [toName(value.domain_name), toName(value.alias_target)]
      if (from !== '' && to !== '') targets.set(from, to)
    }
    for (const each of Object.values(value)) collect(each, depth + 1)
  }
  return {
    wants: (type) => types.has(type),
    bySystem: (host) => system.has(toName(host)) && !targets.has(toName(host)),
    event: ({ type, phase, source, params }) => {
      if (type === 'HOST_RESOLVER_DNS_TASK_EXTRACTION_RESULTS') return collect(params, 0)
      if (phase !== 'begin') return
      if (type === 'HOST_RESOLVER_SYSTEM_TASK') system.add(hostOfJob.get(source) ?? '')
      else hostOfJob.set(source, toName(toText(params['host']).replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '')))
    },
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
