/** `tattle view`: the database in a browser, until it is interrupted. */
import type { ViewFlags } from './flags.js'
import { TattleError, toMessage } from '../errors.js'
import { toTerminal } from '../report/text.js'
import { isLanguage, LANGUAGES } from '../report/words/languages.js'
import { openBrowser } from '../store/browse.js'
import { openStore, type Store } from '../store/store.js'
import { startView, type View } from '../view/server.js'
import { illustrate } from './illustrate.js'
import { databaseToExtend } from './outcome.js'

export async function view(flags: ViewFlags): Promise<number> {
  const { language } = flags
  if (!isLanguage(language)) {
    throw new TattleError('usage', `There is no language "${language}"; languages are ${LANGUAGES.join(', ')}.`)
  }
  const file = databaseToExtend(flags)
  const browser = openBrowser(file)
  let isWritten = false
  try {
    // Those that are asked for meanwhile say so themselves.
    browser.prepare().catch(() => {})
    const port = flags.port ?? 0
    const started = await startView({
      browser, port, language, illustrate: (report, mostPerRecipient) => illustrate(report, { mostPerRecipient }),
      assess(assessment) {
        isWritten = true
        write(file, (store) => store.writeAssessment(assessment))
      },
      failed: (error) => { process.stderr.write(`tattle: a page could not be made: ${toTerminal(error.stack ?? error.message, 4_000)}\n`) },
    }).catch((cause: unknown) => {
      throw new TattleError('usage', `The viewer cannot listen on port ${port} (${toMessage(cause)}); name another with --port.`, { cause })
    })
    // The address is the command's result: nobody could open the page without it.
    process.stdout.write(flags.json ? `${JSON.stringify({ url: started.url, database: file })}\n` : `${started.url}\n`)
    if (!flags.quiet && !flags.json) process.stderr.write(`${file}, for this machine alone. Ctrl+C ends it.\n`)
    await untilInterrupted(started)
    return 0
  } finally {
    browser.close()
    // With no reader left, the file alone is whole again.
    if (isWritten) write(file, () => {})
  }
}

function write(file: string, work: (store: Store) => void): void {
  const store = openStore(file)
  try {
    work(store)
  } finally {
    store.close()
  }
}

async function untilInterrupted(started: View): Promise<void> {
  await new Promise<void>((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
  await started.close()
}
