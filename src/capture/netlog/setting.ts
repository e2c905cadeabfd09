/** How the browser reached the network: through which proxies, and who looked names up. */
import { toText } from './params.js'
import { listOf, toRecord } from '../../shapes.js'
import type { NetLogEvent } from './read.js'

export interface Setting {
  /** `PROXY host:port`, `SOCKS5 host:port` …, each once; empty where all requests went directly. */
  readonly proxies: readonly string[]
  /** Templates of the servers that names were asked of over HTTPS; empty where none was. */
  readonly dnsOverHttps: readonly string[]
}

export interface SettingListener {
  wants(type: string): boolean
  event(event: NetLogEvent): void
  setting(): Setting
}

const most = 50
const direct = /^(direct)?$/i

export function createSetting(): SettingListener {
  const proxies = new Set<string>()
  let dnsOverHttps: readonly string[] = []
  return {
    wants: (type) => type === 'PROXY_RESOLUTION_SERVICE_RESOLVED_PROXY_LIST' || type === 'DNS_CONFIG_CHANGED',
    event: ({ type, params }) => {
      if (type === 'DNS_CONFIG_CHANGED') {
        const servers = toRecord(params['doh_config'])['servers']
        const templates = listOf(servers).map((each: unknown) => toText(toRecord(each)['server_template']))
        dnsOverHttps = templates.filter((template) => template !== '').slice(0, most)
        return
      }
      for (const each of toText(params['proxy_info']).split(';')) {
        const proxy = each.trim().slice(0, 300)
        if (!direct.test(proxy) && proxies.size < most) proxies.add(proxy)
      }
    },
    setting: () => ({ proxies: [...proxies], dnsOverHttps }),
  }
}
