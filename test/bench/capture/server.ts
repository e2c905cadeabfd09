/** Pages with a hundred requests each, answered after as long as servers on the internet take: 20 to 80 ms, by a seed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRandom } from '../detection/random.js'

export const REQUESTS = 100
const HOSTS = 10

export interface Slow {
  readonly port: number
  readonly served: () => number
  close(): Promise<void>
}

const kinds: readonly ((url: string) => string)[] = [
  (url) => `<img src="${url}">`,
  (url) => `<script async src="${url}"></script>`,
  (url) => `<link rel="stylesheet" href="${url}">`,
  (url) => `<script>fetch('${url}', { method: 'POST', body: JSON.stringify({ url: location.href, pad: 'x'.repeat(400) }) })</script>`,
  (url) => `<script>navigator.sendBeacon('${url}', new Blob(['{"event":"view","pad":"' + 'y'.repeat(400) + '"}']))</script>`,
]

function page(number: number): string {
  const parts = Array.from({ length: REQUESTS - 1 }, (_, at) =>
    kinds[at % kinds.length]?.(`http://h${at % HOSTS}.example/p${number}/${at}?dl=https%3A%2F%2Fclinic.example%2Fpage%2F${number}&id=${at}`) ?? '')
  return `<!doctype html><link rel="icon" href="data:,"><title>Page ${number}</title><body>${parts.join('\n')}`
}

export async function startSlow(seed: number): Promise<Slow> {
  const random = createRandom(seed)
  let served = 0
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      setTimeout(() => {
        served += 1
        const number = /^\/page\/(\d+)$/.exec(request.url ?? '')?.[1]
        response.setHeader('access-control-allow-origin', '*')
        response.setHeader('content-type', number === undefined ? typeOf(request.headers['sec-fetch-dest']) : 'text/html')
        response.end(number === undefined ? '/* '.padEnd(2_000, '.') + ' */' : page(Number(number)))
      }, random.between(20, 80))
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    port: (server.address() as AddressInfo).port,
    served: () => served,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

function typeOf(destination: unknown): string {
  return destination === 'script' ? 'text/javascript' : destination === 'style' ? 'text/css' : 'text/plain'
}
