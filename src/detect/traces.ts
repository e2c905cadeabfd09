/**
 * What a search of a value's bytes led to. Captures send the same cookies, referers and flags again and again; the same
 * bytes have the same layers and the same hits, so a value that was searched once need not be peeled again.
 */
import { createByteMemo } from '../byte-memo.js'
import type { Layer } from '../decode/peel.js'
import type { AffixWord } from './affix.js'

/** A layer in which something stands: pairs of a needle's index and the offset behind its last byte, as found. */
export interface TracedLayer {
  readonly layer: Layer
  readonly hits: readonly number[]
  /** Of hits that are pieces of words, the words, by where the hit stands in `hits`. */
  readonly affixWords: ReadonlyMap<number, AffixWord> | undefined
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
const EACH = 300
const SILENT: Trace = []

export function createTraces(most = MOST_BYTES): Traces {
  const memo = createByteMemo<undefined, Trace>({ longest: LONGEST_VALUE, most, isSame: () => true })
  return {
    get: (value) => memo.get(value, undefined),
    set: (value, trace) => memo.set(value, undefined, () => (trace.length === 0 ? SILENT : detached(trace)), weigh),
  }
}

/** The layers of a trace and those that they were peeled from, once each. */
function layersOf(trace: Trace): Set<Layer> {
  const layers = new Set<Layer>()
  for (const { layer } of trace) for (let at: Layer | undefined = layer; at && !layers.has(at); at = at.parent) layers.add(at)
  return layers
}

function weigh(trace: Trace): number {
  let bytes = 0
  for (const { hits, affixWords } of trace) bytes += EACH + 8 * hits.length + EACH * (affixWords?.size ?? 0)
  for (const layer of layersOf(trace)) bytes += EACH + layer.bytes.length
  return bytes
}

/** With bytes of its own: those of a field are a part of its entry's, which may not be kept alive. */
function detached(trace: Trace): Trace {
  const layers = [...layersOf(trace)].sort((a, b) => a.depth - b.depth)
  const bytes = new Uint8Array(layers.reduce((sum, layer) => sum + layer.bytes.length, 0))
  const copies = new Map<Layer, Layer>()
  let used = 0
  for (const layer of layers) {
    bytes.set(layer.bytes, used)
    const own = bytes.subarray(used, used + layer.bytes.length)
    copies.set(layer, { ...layer, bytes: own, parent: layer.parent && copies.get(layer.parent) })
    used += own.length
  }
  return trace.map((one) => ({ ...one, layer: copies.get(one.layer)! }))
}
