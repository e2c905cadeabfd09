/**
 * Reads a NetLog line by line: Chromium writes the constants on the first line and then one event a line. The document
 * is never parsed as a whole (V8's longest string is passed at about 145 MB of traffic), and a file without its end
 * (killed browser, full disk) is read as far as it goes.
 */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { TattleError, toMessage } from '../../errors.js'
import { toRecord } from '../../shapes.js'

export type Params = Readonly<Record<string, unknown>>

export interface NetLogEvent {
  /** `HTTP2_SESSION_SEND_HEADERS` … */
  readonly type: string
  readonly phase: 'begin' | 'end' | 'none'
  readonly source: number
  /** `URL_REQUEST`, `SOCKET` … */
  readonly sourceType: string
  /** Wall clock, milliseconds since 1970. */
  readonly time: number
  readonly params: Params
}

/** Told each event that it wants, in the order of the file. `wants` is asked first: the others stay unparsed. */
export interface NetLogListener {
  wants(type: string, source: number): boolean
  event(event: NetLogEvent): void
}

export interface NetLogFile {
  /** The file has its end and no line of it was damaged. */
  readonly complete: boolean
  readonly commandLine: readonly string[]
  /** `Chromium 156.0.8078.79`. */
  readonly browser: string
  /** First and last event, wall milliseconds; NaN when there is none. */
  readonly startedAt: number
  readonly endedAt: number
  readonly events: number
  /** `-105` → `ERR_NAME_NOT_RESOLVED`. */
  readonly netErrors: ReadonlyMap<number, string>
}

/** A line beyond this is no event that Chromium writes. */
const longestLine = 256 * 1024 * 1024
const newline = 0x0a
const phases: Readonly<Record<string, NetLogEvent['phase']>> = {
  PHASE_BEGIN: 'begin', PHASE_END: 'end', PHASE_NONE: 'none',
}

/** Throws `capture-unreadable` when the file cannot be opened or does not begin as a NetLog; nothing later throws. */
export async function readNetLog(file: string, listener: NetLogListener): Promise<NetLogFile> {
  const state = createState(listener)
  const source = createReadStream(file, { highWaterMark: 1 << 20 })
  const chunks = file.endsWith('.gz') ? source.pipe(createGunzip()) : source
  source.on('error', (error) => { chunks.destroy(error) })
  let pending: Buffer[] = []
  let pendingBytes = 0
  let cut = false
  try {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
        const piece = chunk.subarray(start, end)
        state.line(pending.length === 0 ? piece : Buffer.concat([...pending, piece]))
        pending = []
        pendingBytes = 0
        start = end + 1
      }
      pending.push(chunk.subarray(start))
      pendingBytes += chunk.length - start
      if (pendingBytes > longestLine) {
        cut = true
        break
      }
    }
  } catch (error) {
    if (!state.begun()) {
      throw new TattleError('capture-unreadable', `${file} cannot be read: ${toMessage(error)}.`, { cause: error })
    }
    cut = true
  }
  if (!cut && pendingBytes > 0) state.line(Buffer.concat(pending))
  if (!state.begun()) {
    throw new TattleError('capture-unreadable', `${file} is no NetLog: its first line holds no constants.`)
  }
  return state.finish(cut)
}

interface Constants {
  readonly types: ReadonlyMap<number, string>
  readonly sources: ReadonlyMap<number, string>
  readonly phases: ReadonlyMap<number, NetLogEvent['phase']>
  readonly netErrors: ReadonlyMap<number, string>
  readonly offset: number
  readonly commandLine: readonly string[]
  readonly browser: string
}

function createState(listener: NetLogListener) {
  let constants: Constants | undefined
  let ended = false
  let damaged = false
  let events = 0
  let first = NaN
  let last = NaN

  const event = (line: Buffer, known: Constants): void => {
    // Chromium sorts the keys, so source, time and type stand at the end, behind whatever bytes the event holds.
    const tail = line.toString('latin1', Math.max(0, line.length - 160))
    const found = /"source":\{"id":(\d+),[^{}]*\},"time":"(\d+)","type":(\d+)\}\]?,?\s*$/.exec(tail)
    if (found !== null) {
      const time = Number(found[2]) + known.offset
      events += 1
      if (Number.isNaN(first)) first = time
      last = time
      const type = known.types.get(Number(found[3]))
      if (type === undefined || !listener.wants(type, Number(found[1]))) {
        if (/\}\],?\s*$/.test(tail)) ended = true
        return
      }
    }
    const parsed = parseLine(line.toString('utf8'))
    if (parsed === undefined) {
      damaged = true
      return
    }
    if (parsed.closes) ended = true
    const { value } = parsed
    const source = toRecord(value['source'])
    const id = Number(source['id'])
    const type = known.types.get(Number(value['type']))
    const time = Number(value['time']) + known.offset
    if (type === undefined || !Number.isFinite(time)) return
    if (found === null) {
      events += 1
      if (Number.isNaN(first)) first = time
      last = time
      if (!listener.wants(type, id)) return
    }
    listener.event({
      type,
      phase: known.phases.get(Number(value['phase'])) ?? 'none',
      source: id,
      sourceType: known.sources.get(Number(source['type'])) ?? '',
      time,
      params: toRecord(value['params']),
    })
  }

  return {
    begun: () => constants !== undefined,
    line: (line: Buffer): void => {
      if (line.length === 0) return
      if (constants === undefined) {
        constants = toConstants(line)
        return
      }
      if (line[0] === 0x7b) return event(line, constants)
      if (line[0] === 0x5d) ended = true
    },
    finish: (cut: boolean): NetLogFile => ({
      complete: ended && !damaged && !cut,
      commandLine: constants?.commandLine ?? [],
      browser: constants?.browser ?? '',
      startedAt: first,
      endedAt: last,
      events,
      netErrors: constants?.netErrors ?? new Map(),
    }),
  }
}

function parseLine(line: string): { value: Params, closes: boolean } | undefined {
  const trimmed = line.trimEnd().replace(/,$/, '')
  const closes = trimmed.endsWith('}]') || trimmed.endsWith('}]}')
  const text = closes ? trimmed.slice(0, trimmed.lastIndexOf(']')) : trimmed
  try {
    return { value: toRecord(JSON.parse(text)), closes }
  } catch {
    return undefined
  }
}

function toConstants(line: Buffer): Constants | undefined {
  let parsed: Params
  try {
    parsed = toRecord(JSON.parse(`${line.toString('utf8').trimEnd().replace(/,$/, '')}}`))
  } catch {
    return undefined
  }
  const constants = toRecord(parsed['constants'])
  const client = toRecord(constants['clientInfo'])
  if (constants['logEventTypes'] === undefined) return undefined
  const byPhase = [...toNames(constants['logEventPhase'])]
  return {
    types: toNames(constants['logEventTypes']),
    sources: toNames(constants['logSourceType']),
    phases: new Map(byPhase.map(([number, name]) => [number, phases[name] ?? 'none'])),
    netErrors: toNames(constants['netError']),
    offset: Number(constants['timeTickOffset']),
    // Chromium joins its arguments by a space without quoting them; only a value with ` --` in it would be misread.
    commandLine: String(client['command_line'] ?? '').split(/ (?=--)/).filter((part) => part !== ''),
    browser: `${client['name'] ?? 'Chromium'} ${client['version'] ?? ''}`.trim(),
  }
}

function toNames(value: unknown): Map<number, string> {
  return new Map(Object.entries(toRecord(value)).map(([name, number]) => [Number(number), name]))
}
