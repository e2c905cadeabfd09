/**
 * Undoes what a value was wrapped in. Each layer is given to every decoder whose gate it passes, and what they emit are
 * layers in turn, breadth first, until nothing decodes or a budget is used up. The same bytes are a layer once,
 * under the shortest chain that leads to them.
 */
import type { Diagnostic } from '../model.js'
import type { Decoder, Segment } from './decoder.js'
import { decoders } from './decoders.generated.js'

/** `start` and `end` are a range of `parent.bytes`; at the root, of the value itself. */
export interface Layer extends Segment {
  readonly parent: Layer | undefined
  /** Id of the decoder that yielded it, `''` at the root. */
  readonly decoder: string
  /** 0 at the root. */
  readonly depth: number
  /** What `toFieldRange` found; the layers of a value that comes again have it in common. */
  ranges: Map<number, FieldRange> | undefined
}

/** Bytes of the value as it was sent. */
export interface FieldRange {
  readonly start: number
  readonly end: number
}

export interface PeelOptions {
  /** How many encodings on top of each other are undone: 8. */
  readonly maxDepth?: number
  /** How many bytes the layers below the root may have in all: 32 times the value, between 64 kB and 16 MB. */
  readonly maxBytes?: number
  /** How many layers there may be below the root: 10,000. */
  readonly maxLayers?: number
  /** Told once for each kind of limit that was met: `bomb-refused`, `peel-budget`. */
  readonly diagnostic?: (diagnostic: Diagnostic) => void
}

const MAX_DEPTH = 8
const MAX_LAYERS = 10_000
const MIN_BUDGET = 64 * 1024
const MAX_BUDGET = 16 * 1024 * 1024
/** Compressed JSON grows about tenfold, and its escapes and percent-encoding are layers of that size again. */
const GROWTH = 32

interface Entry {
  readonly id: string
  readonly decoder: Decoder
  /** The bit of its triggers in `TRIGGERS`, 0 where it has none and is always asked. */
  readonly bit: number
}

const ENTRIES: readonly Entry[] = toEntries()
/** For each byte the bits of what it triggers. */
const TRIGGERS: Uint32Array = toTriggers()

/** Decoders with the same triggers share a bit; where there are more than 32, the others are always asked. */
function toEntries(): readonly Entry[] {
  const sorted = Object.entries(decoders).sort(([, a], [, b]) => (b.precedence ?? 0) - (a.precedence ?? 0))
  const bits = new Map<string, number>()
  return sorted.map(([id, decoder]) => {
    const triggers = decoder.triggers === undefined ? '' : [...new Set(decoder.triggers)].sort((a, b) => a - b).join()
    if (triggers !== '' && !bits.has(triggers)) bits.set(triggers, bits.size < 32 ? (1 << bits.size) >>> 0 : 0)
    return { id, decoder, bit: bits.get(triggers) ?? 0 }
  })
}

function toTriggers(): Uint32Array {
  const triggers = new Uint32Array(256)
  for (const { decoder, bit } of ENTRIES) for (const byte of decoder.triggers ?? []) triggers[byte]! |= bit
  return triggers
}

function triggersIn(bytes: Uint8Array): number {
  let bits = 0
  for (let at = 0; at < bytes.length; at++) bits |= TRIGGERS[bytes[at]!]!
  return bits
}

/** Index of the first decoder from `from` on that may undo something in the bytes, or the number of decoders. */
function nextOpen(bytes: Uint8Array, bits: number, from: number): number {
  let index = from
  for (; index < ENTRIES.length; index++) {
    const { bit, decoder } = ENTRIES[index]!
    if ((bit === 0 || (bits & bit) !== 0) && decoder.gate(bytes)) break
  }
  return index
}

/** Is shown a layer; no further one where it answers `'enough'`. */
export type Visit = (layer: Layer) => unknown

/** Visits the value and every layer below it, outer before inner. Throws nothing but what `visit` throws. */
export function peel(value: Uint8Array, visit: Visit, options: PeelOptions = {}): void {
  const root: Layer = { bytes: value, parent: undefined, decoder: '', depth: 0, start: 0, end: value.length, ranges: undefined }
  if (visit(root) === 'enough') return
  const bits = triggersIn(value)
  const first = nextOpen(value, bits, 0)
  if (first < ENTRIES.length) peelFurther(root, bits, first, visit, options)
}

function peelFurther(
  root: Layer, rootBits: number, rootFirst: number, visit: Visit, options: PeelOptions,
): void {
  const maxDepth = options.maxDepth ?? MAX_DEPTH
  const maxBytes = options.maxBytes ?? Math.min(MAX_BUDGET, Math.max(MIN_BUDGET, GROWTH * root.bytes.length))
  const maxLayers = options.maxLayers ?? MAX_LAYERS
  let seen: Set<string> | undefined
  const queue: Layer[] = [root]
  const told = new Set<string>()
  let bytesLeft = maxBytes
  let layers = 0
  let isEnough = false

  for (const layer of queue) {
    if (layers >= maxLayers && told.has('peel-budget')) return
    // Below the deepest layer nothing is kept, but whoever listens wants to know that there was something.
    if (layer.depth >= maxDepth && (!options.diagnostic || told.has('peel-budget'))) continue
    const bits = layer === root ? rootBits : triggersIn(layer.bytes)
    let index = layer === root ? rootFirst : nextOpen(layer.bytes, bits, 0)
    for (; index < ENTRIES.length; index = nextOpen(layer.bytes, bits, index + 1)) {
      if (isEnough) return
      const { id, decoder } = ENTRIES[index]!
      decoder.decode(layer.bytes, (segment) => receive(layer, id, segment), bytesLeft, () => refuse(layer, id))
    }
  }

  function receive(parent: Layer, id: string, segment: Segment): void {
    const { bytes } = segment
    if (bytes.length === 0 || isEnough) return
    seen ??= new Set([keyOf(root.bytes)])
    const key = keyOf(bytes)
    if (seen.has(key)) {
      // To inflate the same again and again is work too.
      if (decoders[id]?.inflates) bytesLeft = Math.max(0, bytesLeft - bytes.length)
      return
    }
    const tellLimit = (limit: string): void => tell('peel-budget', parent, id, `no more than ${limit}`)
    if (parent.depth >= maxDepth) return tellLimit(`${maxDepth} encodings are undone`)
    if (layers >= maxLayers) return tellLimit(`${maxLayers} layers are searched`)
    if (bytes.length > bytesLeft) return refuse(parent, id)
    seen.add(key)
    bytesLeft -= bytes.length
    const layer: Layer = { ...segment, parent, decoder: id, depth: parent.depth + 1, ranges: undefined }
    if (!segment.isLast) queue.push(layer)
    layers++
    isEnough = visit(layer) === 'enough'
  }

  function refuse(parent: Layer, id: string): void {
    const isBomb = decoders[id]?.inflates === true
    const left = `${bytesLeft} of ${maxBytes} bytes are left for the layers of this field`
    tell(isBomb ? 'bomb-refused' : 'peel-budget', parent, id, left)
    // A bomb was inflated until the limit stopped it; a thousand of them may not cost a thousand times that.
    if (isBomb) bytesLeft = Math.floor(bytesLeft / 2)
  }

  function tell(code: 'bomb-refused' | 'peel-budget', parent: Layer, id: string, limit: string): void {
    if (told.has(code)) return
    told.add(code)
    const chain = [...layersOf(parent), id].join('>')
    const place = `of ${parent.bytes.length} bytes, at byte ${toFieldRange(parent, 0, 1).start} of the field,`
    const waiting = `${queue.length - 1 - queue.lastIndexOf(parent)} other layers wait to be peeled`
    options.diagnostic?.({ code, message: `What ${chain} yields ${place} was not searched: ${limit}, and ${waiting}.` })
  }
}

/** Equal for equal bytes only. */
function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Ids of the decoders that lead to the layer, outermost first; empty at the root. */
export function layersOf(layer: Layer): string[] {
  const layers: string[] = []
  for (let at: Layer | undefined = layer; at?.parent; at = at.parent) layers.unshift(at.decoder)
  return layers
}

/** Groups of groups come out even after so many bytes at most (base32 in base32 in base32). */
const MAX_WIDENING = 128

/**
 * The range of the root's bytes that stands for `[start, end)` of the layer's, widened to whole escapes and groups of
 * every layer, so that it can be decoded by itself; the whole encoded stretch where a decoder cannot say more. `above`:
 * the layer further out whose bytes are meant, instead of the root's.
 */
export function toFieldRange(layer: Layer, start: number, end: number, above?: Layer): FieldRange {
  if (!layer.parent || layer === above) return { start, end }
  if (above?.parent) return locatedRange(layer, layer.parent, start, end, above)
  const ranges = (layer.ranges ??= new Map())
  const key = start * 2 ** 25 + end
  const known = ranges.get(key) ?? locatedRange(layer, layer.parent, start, end, above)
  ranges.set(key, known)
  return known
}

function locatedRange(layer: Layer, parent: Layer, start: number, end: number, above: Layer | undefined): FieldRange {
  const locate = decoders[layer.decoder]?.locate
  if (!locate) return toFieldRange(parent, layer.start, layer.end, above)
  const from = nextBorder(layer, start, -1, above)
  const to = nextBorder(layer, Math.max(end, start + 1), 1, above)
  const until = to < layer.bytes.length ? locate(parent.bytes, layer, to) : layer.end
  return toFieldRange(parent, from > 0 ? locate(parent.bytes, layer, from) : layer.start, until, above)
}

/** The border of a unit of all layers that is nearest to `offset` on one side, `offset` itself where none is near. */
function nextBorder(layer: Layer, offset: number, step: 1 | -1, above: Layer | undefined): number {
  for (let at = offset, steps = 0; steps < MAX_WIDENING; at += step, steps++) {
    if (at <= 0 || at >= layer.bytes.length || beginsUnit(layer, at, above)) return at
  }
  return offset
}

/** Whether what stands in the root for the bytes from `offset` on stands for nothing before them. */
function beginsUnit(layer: Layer, offset: number, above: Layer | undefined): boolean {
  const locate = decoders[layer.decoder]?.locate
  if (!layer.parent || layer === above || !locate || offset === 0) return true
  const at = locate(layer.parent.bytes, layer, offset)
  return at !== locate(layer.parent.bytes, layer, offset - 1) && beginsUnit(layer.parent, at, above)
}
