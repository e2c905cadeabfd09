/**
 * argv → one call → exit status. What a command does lives behind the import inside its action, so that `--help` and a
 * wrong flag cost nothing.
 *
 * Exit status: 2 wrong usage or nothing readable · 1 findings at or above --fail-on · 3 inconclusive · 0 done.
 */
import { Command, CommanderError, Option } from 'commander'
import { RETENTIONS } from '../capture/manifest.js'
import { isTattleError, toMessage } from '../errors.js'
import { CONSENT_STATES, SEVERITIES } from '../model.js'
import { toTerminal } from '../report/text.js'
import { version } from '../version.generated.js'
import { collect, toAddresses, toConsentStates, toCookieMode, toCount, toDomains, toList, toPath, toPort } from './arguments.js'
import { compileLate, letHeapGrow } from './engine.js'
import type {
  AnalyzeFlags, AssessFlags, AuditFlags, CheckFlags, CommonFlags, DiffFlags, EvidenceFlags, ExportFlags, KeyFlags, PackFlags, PruneFlags,
  RecordFlags, RedactFlags, ReportFlags, SelectionFlags, VerifyFlags, ViewFlags,
} from './flags.js'

/** Of wrong usage, and of what cannot be read or written. */
const EXIT_USAGE = 2

/** Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  let status = 0
  const program = createProgram(argv[2] ?? '', (code) => { status = code })
  try {
    await program.parseAsync([...argv])
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE
    if (isTattleError(error)) {
      process.stderr.write(`tattle: ${printable(error.message)}\n`)
      return EXIT_USAGE
    }
    process.stderr.write(`tattle: an error of its own, not of the input: ${error instanceof Error ? error.stack ?? error.message : toMessage(error)}\n`)
    return EXIT_USAGE
  }
}

/** In a thread of an analysis. */
export async function listen(): Promise<void> {
  const thread = await import('./thread.js')
  thread.listen()
}

/** Names of files may hold what a terminal obeys; the ends of lines are ours. */
function printable(text: string): string {
  return text.split('\n').map((line) => toTerminal(line, 4_000)).join('\n')
}

/** With the command that is asked for alone, or with all where none is. */
function createProgram(asked: string, exit: (status: number) => void): Command {
  const program = new Command('tattle')
    .description('Who does a website tell about its visitors, and what?')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(tattle --help lists the commands)')
    .configureOutput({ outputError: (text, write) => write(printable(text.replace(/^error: /, 'tattle: '))) })

  const failOn = (fallback: string): Option =>
    new Option('--fail-on <severity>', 'exit 1 when a finding is at least as grave').choices([...SEVERITIES, 'never']).default(fallback)

  const commands: Readonly<Record<string, () => unknown>> = {
    audit: () => common(browsing(subject(program.command('audit')
      .description('walk scenarios, or one URL with the built-in visit, and report what leaked')
      .argument('[scenario...]', 'names or files of scenarios, or one URL')
      .option('--base-url <url>', 'the site to walk on')
      .option('--consent <states>', `consent states, separated by commas: ${CONSENT_STATES.join(', ')}`, toConsentStates)
      .option('--control', 'walk each state again with other planted values, and hold the first walk against it')
      .option('--control-persona <file>', 'who walks then (default: the other values of the persona)')
      .option('--repeat <n>', 'run each state n times in fresh profiles', toCount, 1)
      .option('--workers <n>', 'captures at the same time (default: one per host)', toCount)
      .option('--allow-side-effects <names>', 'side effects that may happen on a live site, separated by commas', toList)
      .option('--headed', 'show the browser')
      .option('--trace', "keep Playwright's trace with the originals of each capture (its script is in the pages)")
      .addOption(failOn('never'))
      .action(async (scenarios: string[], options: AuditFlags) => {
        const { audit } = await import('./audit.js')
        exit(await audit(scenarios, options))
      })))),
    record: () => common(browsing(subject(program.command('record')
      .description('record what you do in a browser of its own (logins, captchas, anything), until you close it')
      .argument('<url>', 'where to begin')
      .addOption(new Option('--headless').hideHelp())
      .addOption(failOn('never'))
      .action(async (url: string, options: RecordFlags) => {
        const { record } = await import('./record.js')
        exit(await record(url, options))
      })))),
    analyze: () => common(subject(program.command('analyze')
      .description('find leaks in HAR files, archives of them, or captures ("-": standard input)')
      .argument('<input...>', 'HAR, HAR in gzip or zip, capture, or -')
      .option('--resolve-cnames', "look up now which of the site's host names are aliases of others (HARs hold no DNS)")
      .option('--resolver <address>', 'DNS server to ask, as in 192.0.2.53:53 (default: those of the system)')
      .option('--control <input...>', 'captures of the same journey with other planted values, to hold the first against')
      .option('--control-persona <file>', 'whose values those are (default: those that the captures name)')
      .option('--strict', 'check every entry against the HAR 1.2 schema as well')
      .addOption(new Option('--target <target>', 'what the HARs are of (default: a stand-in where the site answered from loopback)')
        .choices(['live', 'stand-in']))
      .addOption(failOn('never'))
      .action(async (inputs: string[], options: AnalyzeFlags) => {
        compileLate()
        letHeapGrow()
        const { analyze } = await import('./analyze.js')
        exit(await analyze(inputs, options))
      }))),
    runs: () => unconfigured(selection(program.command('runs')
      .description('list runs, captures and analyses')
      .action(async (options: SelectionFlags) => {
        const { runs } = await import('./report.js')
        exit(await runs(options))
      }))),
    report: () => unconfigured(selection(program.command('report')
      .description('write a report of the latest run, or of what is selected')
      .option('--format <name>', 'html, json, jsonl, csv, markdown, sarif, junit, github, gitlab or pull-request (default: html; with --json, json)')
      .option('--language <code>', 'de, fr or en: the language that is read first', 'en')
      .addOption(failOnToo('a finding'))
      .option('--out <file>', 'where to write ("-": standard output; default reports/index.html for html, else standard output)', toPath)
      .action(async (options: ReportFlags) => {
        const { report } = await import('./report.js')
        exit(await report(options))
      }))),
    check: () => configured(selection(program.command('check')
      .description('compare the latest run, or what is selected, with the baseline and the policy')
      .option('--baseline <dir>', 'where the baselines are (default: reports/baseline)', toPath)
      .option('--update-baseline', 'accept what there is: write the baselines and print what changes in them')
      .option('--report <format=file>', 'write a report of the check as well (repeatable)', collect, [])
      .addOption(new Option('--fail-on <severity>', 'exit 1 when a new finding is at least as grave (default: the policy, else medium)').choices([...SEVERITIES, 'never']))
      .action(async (options: CheckFlags) => {
        const { check } = await import('./check.js')
        exit(await check(options))
      }))),
    diff: () => unconfigured(place(program.command('diff')
      .description('what came and what went between two runs, captures or consent states')
      .argument('<a>', 'id of a run or capture, "latest", either with a state (latest:reject), or a state of the latest run (reject)')
      .argument('<b>', 'the same')
      .addOption(failOnToo('a finding that is only in B'))
      .action(async (a: string, b: string, flags: DiffFlags) => {
        const { diff } = await import('./diff.js')
        exit(await diff(a, b, flags))
      }))),
    export: () => unconfigured(place(program.command('export')
      .description('write a capture as one plain HAR with its bodies inline, or as WARC')
      .argument('<capture>', 'id of a capture, or the path of a capture or HAR')
      .option('--har <file>', 'HAR to write', toPath)
      .option('--warc <file>', 'WARC to write (gzipped; .warc.gz)', toPath)
      .action(async (capture: string, flags: ExportFlags) => {
        const { exportCapture } = await import('./export.js')
        exit(await exportCapture(capture, flags))
      }))),
    view: () => unconfigured(place(program.command('view')
      .description('look at the database in a browser, on this machine alone')
      .option('--port <number>', 'port on 127.0.0.1 (default: any that is free)', toPort)
      .option('--language <code>', 'de, fr or en', 'en')
      .action(async (options: ViewFlags) => {
        const { view } = await import('./view.js')
        exit(await view(options))
      }))),
    assess: () => unconfigured(place(program.command('assess')
      .description('say of a finding whether it stands; added to the log, never changed')
      .argument('<fingerprint>', 'of the finding, or its first digits')
      .addOption(new Option('--status <status>', 'what it is').choices(['pending', 'confirmed', 'dismissed']).makeOptionMandatory())
      .requiredOption('--reason <text>', 'why')
      .requiredOption('--by <name>', 'who says so')
      .action(async (fingerprint: string, options: AssessFlags) => {
        const { assess } = await import('./assess.js')
        exit(await assess(fingerprint, options))
      }))),
    evidence: () => evidenceCommands(program.command('evidence').description('bundles that prove where they came from; the chain of custody'), exit),
  }
  // To make all of them takes two milliseconds.
  const made = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)
  for (const name of made) commands[name]?.()

  for (const command of [...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    const names = command.parent === program ? [command.name()] : [command.parent?.name(), command.name()]
    command.showHelpAfterError(`(tattle ${names.join(' ')} --help says what it takes)`)
  }
  return program
}

function evidenceCommands(evidence: Command, exit: (status: number) => void): void {
  const stamping = (command: Command): Command => command
    .option('--tsa <url>', 'time-stamping authority (RFC 3161) to ask')
    .option('--tsa-ca <file>', 'certificates (PEM) that vouch for it')
  const signing = (command: Command): Command => stamping(command)
    .option('--out <path>', 'folder to make, or zip if it ends in .zip', toPath)
    .option('--key <file>', 'key to sign with')
    .option('--passphrase-file <file>', 'file with its passphrase')
    .option('--no-sign', 'make it without a signature')

  outcome(evidence.command('keygen')
    .description('make the key that bundles are signed with')
    .option('--key <file>', 'where to keep it')
    .option('--passphrase-file <file>', 'file with the passphrase (with --rotate: of the present key)')
    .option('--new-passphrase-file <file>', 'with --rotate: file with the passphrase of the new key')
    .option('--no-passphrase', 'do not encrypt the key')
    .option('--rotate', 'put a new key in the place of the present one, which signs for it')
    .action(async (flags: KeyFlags) => {
      const { keygen } = await import('./evidence.js')
      exit(await keygen(flags))
    }))
  signing(configured(place(evidence.command('pack')
    .description('make a bundle of a run (BagIt, signed)')
    .argument('<run>', 'id of the run, or "latest"')
    .option('--persona <file>', 'persona that an imported HAR was analysed with')
    .option('--control-persona <file>', 'what was planted in HARs of a control walk')
    .option('--value <kind=text>', 'value that was looked for beside it (repeatable)', collect, [])
    .option('--client-ip <address...>', "the visitor's addresses that it was analysed with", toAddresses)
    .action(async (run: string, flags: PackFlags) => {
      const { pack } = await import('./evidence.js')
      exit(await pack(run, flags))
    }))))
  outcome(evidence.command('verify')
    .description('say what of a bundle holds and what does not (exit 1)')
    .argument('<bundle>', 'folder or zip')
    .option('--key <file>', 'public key that it must be signed with')
    .option('--fingerprint <hex>', 'the fingerprint of that key')
    .option('--head <digest>', 'head of the chain that was printed when the run ended')
    .option('--tsa-ca <file>', 'certificates (PEM) that vouch for the time-stamping authority')
    .option('--reanalyse', 'analyse the HARs again and compare the findings')
    .option('--persona <file>', 'with --reanalyse: the persona, where the bundle has none')
    .option('--filter-list <[category=]file...>', 'with --reanalyse: the filter lists that the bundle names, which are not in it')
    .action(async (bundle: string, flags: VerifyFlags) => {
      const { verify } = await import('./evidence.js')
      exit(await verify(bundle, flags))
    }))
  signing(outcome(evidence.command('redact')
    .description('make a copy of a bundle to hand out: who received what kind of datum, without the data')
    .argument('<bundle>', 'folder or zip')
    .option('--salt-file <file>', 'where the salt is kept, or already lies (default: beside the copy)')
    .option('--filter-list <[category=]file...>', 'the filter lists that the bundle names, which are not in it')
    .option('--prove <kind=text>', 'do not redact: say which word in a redacted bundle stands for this value')
    .action(async (bundle: string, flags: RedactFlags) => {
      const { redact } = await import('./evidence.js')
      exit(await redact(bundle, flags))
    })))
  stamping(unconfigured(place(evidence.command('log')
    .description('show and check the chain of custody; with --tsa, stamp its head')
    .action(async (flags: EvidenceFlags) => {
      const { log } = await import('./evidence.js')
      exit(await log(flags))
    }))))
  unconfigured(place(evidence.command('prune')
    .description('remove captures older than a date; the chain stays checkable')
    .requiredOption('--before <date>', 'such as 2026-03-01')
    .action(async (flags: PruneFlags) => {
      const { prune } = await import('./evidence.js')
      exit(await prune(flags))
    })))
}

// ── options that several commands share ──

function common(command: Command): Command {
  return configured(stored(command))
}

function stored(command: Command): Command {
  return outcome(command)
    .option('--db <file>', 'findings database (default: reports/findings.sqlite, or reports/stand-in.sqlite for a stand-in)', toPath)
}

function configured(command: Command): Command {
  return command.option('--config <file>', 'configuration (default: tattle.config.ts, .mjs, .yaml … in this folder)', toPath)
}

/** Of a command for which nothing is configured: whoever names a configuration to all of them is told so, and served. */
function unconfigured(command: Command): Command {
  return command.addOption(new Option('--config <file>').argParser(toPath).hideHelp()).hook('preAction', () => {
    const { config, quiet } = command.opts<CommonFlags>()
    if (config === undefined || quiet) return
    process.stderr.write(`tattle: --config ${printable(config)} is not read: nothing in a configuration is for "${command.name()}".\n`)
  })
}

function outcome(command: Command): Command {
  return command.optionsGroup('Database and output:')
    .option('--quiet', 'print nothing but errors')
    .option('--json', 'print JSON instead of text')
}

/** Of a command that reads a database. */
function place(command: Command): Command {
  return stored(command).addOption(new Option('--target <target>', 'live sites or the stand-in').choices(['live', 'stand-in']))
}

/** Of a command whose matter is another one. */
function failOnToo(what: string): Option {
  return new Option('--fail-on <severity>', `exit 1 when ${what} is at least as grave, 3 when a capture is broken (default: never)`).choices([...SEVERITIES, 'never'])
}

function subject(command: Command): Command {
  return command.optionsGroup('What is looked for:')
    .option('--persona <file>', 'invented visitor: the values to look for')
    .option('--value <kind=text>', 'one more value to look for (repeatable)', collect, [])
    .option('--first-party <domain...>', 'domains that belong to the audited site', toDomains)
    .option('--filter-list <[category=]file...>', "filter lists that you have, in EasyList's syntax: what a list blocks is advertising, or analytics")
    .option('--client-ip <address...>', "the visitor's addresses, to be found in fields", toAddresses)
    .option('--label <text>', 'a word to find this run by')
}

/** Of a command that opens a browser: which one, where it seems to be, and what is noted of the capture. */
function browsing(command: Command): Command {
  return command.optionsGroup('Browser and capture:')
    .option('--browser <path>', 'browser to use')
    .option('--channel <name>', 'chrome or msedge')
    .option('--profile <dir>', 'browser profile to use; its cookies, logins and cookie setting are used and changed')
    .option('--storage-state <file>', 'cookies and storage to start with, as Playwright writes them')
    .option('--proxy <url>', 'proxy for all traffic')
    .option('--locale <tag>', 'BCP 47, such as de-DE')
    .option('--timezone <name>', 'IANA name, such as Europe/Berlin')
    .option('--geolocation <lat,long>', 'position that the site may be told')
    .option('--device <name>', 'device that Playwright knows, such as "Pixel 7"')
    .option('--third-party-cookies <mode>', 'allow or block', toCookieMode, 'allow' as const)
    .option('--host-map <pattern=host:port>', 'where a host name leads, as curl --resolve (repeatable)', collect, [])
    .option('--ignore-https-errors', 'as curl --insecure')
    .option('--operator <text>', 'who makes the capture, for the record')
    .option('--machine <text>', 'on which machine, for the record')
    .addOption(new Option('--retention <which>', 'originals (HAR, network log) to keep in captures; digests stay (default: always)').choices([...RETENTIONS]))
}

function selection(command: Command): Command {
  return place(command.optionsGroup('Of which run and capture:')
    .option('--run <id>', 'one run (default: the latest)')
    .option('--capture <id>', 'one capture')
    .option('--scenario <name>', 'one scenario')
    .addOption(new Option('--consent <state>', 'one consent state').choices([...CONSENT_STATES])))
}

