/**
 * The data path. Who has read `gather` has the map of this repository: each line of its middle is a folder.
 *
 *   har ─▶ exchange ─▶ recipient ─▶ detect · learn · observe ─▶ assess
 *
 * `subject.ts` says before it whom and what an analysis is about, `settle.ts` behind it what the rows are.
 */
import { aliased, notesOf } from './aliases.js'
import type { Analysis, AnalyzeOptions } from './analysis.js'
import { createAssessment } from './assess/assess.js'
import { createListed } from './assess/listed.js'
import { createTrail } from './assess/stored.js'
import { createArrivals, isOther } from './assess/walk.js'
import { detectPieces } from './detect/pieces.js'
import { withoutRepetitions } from './detect/repetitions.js'
import { createResidue } from './detect/residue.js'
import { isOfInput } from './errors.js'
import { createExchangeReader, pagesOf } from './exchange/exchange.js'
import { isLoopback, registrableDomain } from './exchange/site.js'
import { createUnreached } from './exchange/unreached.js'
import { createSeen } from './har/blind-spots.js'
import { openInput, type HarDocument } from './har/read.js'
import type { HarEntry, HarHead } from './har/types.js'
import { explainEntry } from './har/validate.js'
import { createLearning } from './learn/learn.js'
import type { Analysed, Diagnostic } from './model.js'
import { createNotes } from './notes.js'
import { createObserver } from './observe/observe.js'
import { createRules, type Rules } from './rules.js'
import { settle, type Gathered, type Span } from './settle.js'
import { toTimestamp } from './shapes.js'
import { subjectOf, type Subject } from './subject.js'
import { createUnsearched } from './unsearched.js'

/**
 * Analyses every HAR or capture behind a path (`-`: standard input), one `Analysed` each.
 * Throws `har-unreadable` where nothing can be read; anything odd inside is a diagnostic of its result. A capture is taken
 * for what was recorded: whoever gets it from elsewhere asks `withMembersChecked`.
 */
export async function analyzeInput(input: string, options: AnalyzeOptions): Promise<readonly Analysed[]> {
  const analyses = await analyzeRows(input, options)
  return analyses.map(({ rows, close }) => {
    const analysed = { ...rows, requests: [...rows.requests], leaks: [...rows.leaks] }
    close()
    return analysed
  })
}

/** As `analyzeInput`, in memory that does not grow with the input. `keep` is given each analysis as soon as it is done. */
export async function analyzeRows(
  input: string, options: AnalyzeOptions, keep: (analysis: Analysis) => Analysis = (analysis) => analysis,
): Promise<readonly Analysis[]> {
  const documents = await openInput(input)
  const rules = options.rules ?? await createRules(options.filterLists)
  const results: Analysis[] = []
  const { at, of } = options.share ?? { at: 0, of: 1 }
  try {
    for (let index = at; index < documents.length; index += of) {
      try {
        results.push(keep({ ...await analyzeDocument(documents[index]!, rules, options), document: index }))
      } catch (error) {
        if (options.refuse === undefined || documents.length === 1 || !isOfInput(error)) throw error
        options.refuse(error, index)
      }
    }
  } finally {
    for (const document of documents) document.close()
  }
  return results
}

async function analyzeDocument(document: HarDocument, rules: Rules, options: AnalyzeOptions): Promise<Omit<Analysis, 'document'>> {
  const startedAt = new Date().toISOString()
  const subject = subjectOf(document, options)
  return settle(await gather(document, subject, rules, options), { document, subject, rules, options, startedAt })
}

async function gather(document: HarDocument, { terms, others, clientIps }: Subject, rules: Rules, options: AnalyzeOptions): Promise<Gathered> {
  const notes = createNotes()
  const unsearched = createUnsearched()
  const note = (diagnostic: Diagnostic): void => {
    notes.add(diagnostic)
    unsearched.add(diagnostic)
  }
  let head: HarHead = { creator: '', browser: '', pages: [] }
  let pages = pagesOf(head)
  const toExchange = createExchangeReader({ body: document.body, pages: () => pages, diagnostic: note })
  const detector = rules.detectorFor([...terms, ...others], clientIps)
  const seen = createSeen()
  const unreached = createUnreached()
  const span = createSpan()
  const learning = createLearning({ registrableDomain, isLoopback })
  const observer = createObserver(options.compare === undefined ? {} : { texts: COMPARED_TEXTS })
  const residue = createResidue()
  const trail = createTrail()
  const listed = createListed()
  const arrivals = createArrivals(terms)
  const assessment = createAssessment()
  const strayed = createAssessment()
  const aliases = document.kind === 'har' ? options.aliases : undefined
  if (aliases !== undefined) notesOf(aliases).forEach(note)
  let explaining = Promise.resolve()
  let readable = 0

  const reading = await document.read({
    head(known) {
      head = known
      pages = pagesOf(known)
    },
    brief: options.strict !== true,
    entry(entry, index, long) {
      seen.add(entry, long !== undefined)
      const { unreadable } = notes
      const recorded = toExchange(entry, index)
      const read = recorded && aliased(recorded, aliases)
      if (options.strict || (notes.unreadable > unreadable && notes.hasRoom('entry-unreadable'))) {
        explaining = explaining.then(async () => (await explain(entry, index)).forEach(note))
      }
      if (read === undefined) return long?.close()
      unreached.see(entry, read)
      const recipient = rules.attribute(read)
      const inPieces = long && detectPieces(detector, read, recipient, long.pieces(), note)
      long?.close()
      const exchange = inPieces === undefined ? read : { ...read, requestBodyBytes: inPieces.bytes }
      const matches = withoutRepetitions([...detector.detect(exchange, recipient, note), ...inPieces?.matches ?? []], exchange, note)
      unsearched.see(exchange, recipient)
      learning.see(exchange, recipient)
      observer.see(exchange, recipient)
      listed.see(exchange, recipient)
      arrivals.see(exchange.startedAt, matches)
      residue.see(exchange, recipient, arrivals.informed(exchange.startedAt))
      const own = others.length > 0 ? matches.filter(({ term }) => !isOther(term)) : matches
      if (others.length > 0) strayed.see(exchange, recipient, matches.filter(({ term }) => isOther(term)))
      trail.see(exchange, recipient, own)
      assessment.see(exchange, recipient, own)
      span.add(exchange.startedAt)
      readable++
      if (readable % 1000 === 0) options.progress?.(readable)
    },
    diagnostic: note,
  })

  await explaining
  return {
    reading, readable, detector, seen, unreached, span, learning, observer, residue, trail, listed, arrivals, assessment, strayed, notes, unsearched,
  }
}

/** Values other than ids that are held against those of another walk. */
const COMPARED_TEXTS = 10_000

async function explain(entry: HarEntry, index: number): Promise<Diagnostic[]> {
  const sentence = await explainEntry(entry)
  return sentence === undefined ? [] : [{ code: 'not-har-1.2', entry: index, message: sentence }]
}

/** Keeps the first and the last of the times that it is told. */
function createSpan(): Span {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return {
    add(time) {
      if (time < first) first = time
      if (time > last) last = time
    },
    first: () => toTimestamp(first),
    last: () => toTimestamp(last),
  }
}
