/** WebSocket frames that the browser sent. Chrome, Playwright and mitmproxy write them beside the request. */
import type { HarEntry } from '../har/types.js'
import type { Field } from '../model.js'
import { actionOf } from './action.js'
import type { BodyContext } from './body.js'
import type { FieldList } from './field-list.js'

const BINARY = 2

/**
 * Each sent frame as one field without a name. They stand in `_webSocketMessages`, or, where Playwright attached them,
 * one JSON object a line in a `.jsonl` file; of a binary frame the bytes are those that its base64 stands for.
 */
export function addFrames(
  entry: HarEntry, body: BodyContext['body'], odd: BodyContext['odd'], list: FieldList,
): void {
  const messages = entry._webSocketMessages
  if (Array.isArray(messages)) {
    messages.forEach((message: unknown, index) => {
      const data = dataOf(message)
      if (data !== undefined) list.add('websocket', '', data, `/_webSocketMessages/${index}/data`, 0, sentOf(message))
    })
  }
  const { name, pointer } = attached(entry)
  if (name === '') return
  const file = body(name)
  if (file === undefined) {
    return odd('frames-missing', `The WebSocket frames in the attached file "${name.slice(0, 100)}" cannot be had.`)
  }
  addLines(Buffer.from(file.buffer, file.byteOffset, file.byteLength), pointer, list)
}

/** True where the response's attached file holds frames and no body. */
export function hasAttachedFrames(entry: HarEntry): boolean {
  return attached(entry).name !== ''
}

function attached(entry: HarEntry): { readonly name: string; readonly pointer: string } {
  const messages = entry._webSocketMessages
  const isObject = typeof messages === 'object' && messages !== null
  const ofMessages = isObject ? (messages as { _file?: unknown })._file : undefined
  if (typeof ofMessages === 'string') return { name: ofMessages, pointer: '/_webSocketMessages/_file' }
  const ofContent = entry.response?.content?._file
  const isFrames = typeof ofContent === 'string' && ofContent.endsWith('.jsonl')
    && (entry._resourceType === 'websocket' || /^wss?:/i.test(String(entry.request?.url)))
  return isFrames ? { name: ofContent, pointer: '/response/content/_file' } : { name: '', pointer: '' }
}

function addLines(file: Buffer, pointer: string, list: FieldList): void {
  for (let at = 0; at < file.length && !list.isFull();) {
    const stop = file.indexOf(0x0a, at)
    const end = stop < 0 ? file.length : stop
    const message = parsed(file.toString('utf8', at, end))
    const data = dataOf(message)
    if (data !== undefined) {
      const member = file.indexOf('"data":"', at)
      list.add('websocket', '', data, pointer, member >= 0 && member < end ? member + '"data":"'.length : at, sentOf(message))
    }
    at = end + 1
  }
}

/** The bytes of a message that was sent. */
function dataOf(message: unknown): Buffer | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { type, opcode, data } = message as { type?: unknown; opcode?: unknown; data?: unknown }
  if (type !== 'send' || typeof data !== 'string') return undefined
  return opcode === BINARY ? Buffer.from(data, 'base64') : Buffer.from(data)
}

/** When, and what the scenario did then. Chrome and Playwright write seconds since 1970. */
function sentOf(message: unknown): Pick<Field, 'at' | 'action'> {
  if (typeof message !== 'object' || message === null) return {}
  const { time, _action } = message as { time?: unknown; _action?: unknown }
  if (typeof time !== 'number' || time <= 1e8 || time >= 1e11) return {}
  const action = actionOf(_action)
  return { at: time * 1000, ...(action === undefined ? {} : { action }) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
