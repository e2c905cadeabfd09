/**
 * What a search of a value's bytes led to. Captures send the same cookies, referers and flags again and again; the same
 * bytes have the same layers and the same hits, so a value that was searched once need not be peeled again.
 */
import { createByteMemo } from '../byte-memo.js'
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
  /** Undefined where the bytes were not searched, or that is not remembered. */
  get(value: Uint8Array): Trace | undefined
  /** To be called after `get` of the same value. */
  set(value: Uint8Array, trace: Trace): void
}

const LONGEST_VALUE = 4096
/** Bytes of values, layers and hits that are remembered. */
const MOST_BYTES = 6 * 1024 * 1024
/** Bytes that a layer takes besides. */
const EACH = 100
const SILENT: Trace = []

export function createTraces(most = MOST_BYTES): Traces {
  const memo = createByteMemo<undefined, Trace>({ longest: LONGEST_VALUE, most, isSame: () => true })
  return {
    get: (value) => memo.get(value, undefined),
    set: (value, trace) => memo.set(value, undefined, () => (trace.length === 0 ? SILENT : trace.map(detached)), weigh),
  }
}

function weigh(trace: Trace): number {
  let bytes = 0
  for (const { layer, hits } of trace) bytes += EACH + layer.bytes.length + 8 * hits.length
  return bytes
}

/** The bytes of a field are a part of its entry's, which may not be kept alive. */
function detached({ layer, hits, isJson }: TracedLayer): TracedLayer {
  return { layer: ownBytes(layer), hits, isJson }
}

function ownBytes(layer: Layer): Layer {
  const { parent, bytes } = layer
  return { ...layer, bytes: new Uint8Array(bytes), parent: parent && ownBytes(parent) }
}
