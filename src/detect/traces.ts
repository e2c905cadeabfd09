/**
 * What a search of a value's bytes led to. Captures send the same cookies, referers and flags again and again; the same
 * bytes have the same layers and the same hits, so a value that was searched once need not be peeled again.
 */
import type { Layer } from '../decode/peel.js'

/** A layer in which something stands: pairs of a needle's index and the offset behind its last byte, as found. */
export interface TracedLayer {
  readonly layer: Layer
  readonly hits: readonly number[]
  readonly isJson: boolean
}

/** Outer layers before inner ones; empty where the value says nothing. */
export type Trace = readonly TracedLayer[]

export interface Traces {
  /** Undefined where the bytes were not searched, or that was forgotten. */
  get(value: Uint8Array): Trace | undefined
  set(value: Uint8Array, trace: Trace): void
}

const LONGEST_VALUE = 4096
/** Bytes of values, layers and hits that are remembered. */
const MOST_BYTES = 8 * 1024 * 1024
/** Bytes that an entry of the map takes besides. */
const EACH = 100
const SILENT: Trace = []

export function createTraces(mostBytes = MOST_BYTES): Traces {
  let known = new Map<string, Trace>()
  let size = 0
  return {
    get(value) {
      return value.length > LONGEST_VALUE ? undefined : known.get(keyOf(value))
    },
    set(value, trace) {
      if (value.length > LONGEST_VALUE) return
      let bytes = EACH + value.length
      for (const { layer, hits } of trace) bytes += EACH + layer.bytes.length + 8 * hits.length
      if (bytes > mostBytes / 16) return
      size += bytes
      if (size > mostBytes) {
        known = new Map()
        size = bytes
      }
      known.set(keyOf(value), trace.length === 0 ? SILENT : trace.map(detached))
    },
  }
}

/** The bytes of a field are a part of its entry's, which may not be kept alive. */
function detached({ layer, hits, isJson }: TracedLayer): TracedLayer {
  return { layer: ownBytes(layer), hits, isJson }
}

function ownBytes(layer: Layer): Layer {
  const { parent, bytes } = layer
  return { ...layer, bytes: new Uint8Array(bytes), parent: parent && ownBytes(parent) }
}

function keyOf(value: Uint8Array): string {
  return (Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.length)).toString('latin1')
}
