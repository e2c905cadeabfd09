/** Servers on loopback that stand in for sites. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'

export interface Loopback { readonly port: number; close(): Promise<void> }

export async function listen(server: Server): Promise<Loopback> {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}

/** Listens until the tests of the file, or of the group, or the one test have run that calls this. */
export async function whileTesting(server: Server): Promise<Loopback> {
  const open = await listen(server)
  after(open.close)
  return open
}

/** Answers each request when all of its body is there. */
export function whenWhole(answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void): RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => { answer(request, response, Buffer.concat(chunks)) })
  }
}
