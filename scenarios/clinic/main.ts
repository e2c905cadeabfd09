/** `node dist/scenarios/clinic/main.js`: the stand-in by hand, until it is interrupted. */
import { parseArgs } from 'node:util'
import { TattleError } from '../../src/errors.js'
import { startClinic, type Clinic } from './server.js'
import { isSiteName, isSwitchName, SITE_NAMES, SITES, SWITCHES, type SiteName, type SwitchName } from './switches.js'

const USAGE = `The stand-in clinic: an invented appointment service with trackers, on loopback.

  --site NAME           ${SITE_NAMES.join(', ')} (default: all)
  --port N              8443; 0 takes a free one
  --with SWITCH         turns a sin on, --without SWITCH turns it off; both can be repeated
  --client-address IP   where visitors are taken to come from
  --log FILE            appends all that is received, one JSON object a line

Sites:
${SITE_NAMES.map((name) => `  ${name.padEnd(20)}  ${SITES[name].about}`).join('\n')}

Switches:
${Object.entries(SWITCHES).map(([name, about]) => `  ${name.padEnd(26)}${about}`).join('\n')}
`

interface Wanted {
  readonly port: number
  readonly sites: readonly SiteName[]
  readonly override: Partial<Record<SwitchName, boolean>>
  readonly clientAddress?: string
  readonly logFile?: string
}

function toWanted(argv: readonly string[]): Wanted | null {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      site: { type: 'string', multiple: true }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' },
      with: { type: 'string', multiple: true }, without: { type: 'string', multiple: true },
      'client-address': { type: 'string' }, log: { type: 'string' },
    },
  })
  if (values.help === true) return null
  const port = Number(values.port ?? 8443)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TattleError('usage', `--port takes a number from 0 to 65535, not "${values.port}".`)
  }
  const sites = (values.site ?? SITE_NAMES).map((name) => {
    if (!isSiteName(name)) {
      throw new TattleError('usage', `There is no site "${name}"; the sites are ${SITE_NAMES.join(', ')}.`)
    }
    return name
  })
  const override: Partial<Record<SwitchName, boolean>> = {}
  for (const [names, on] of [[values.with ?? [], true], [values.without ?? [], false]] as const) {
    for (const name of names) {
      if (!isSwitchName(name)) throw new TattleError('usage', `There is no switch "${name}"; --help lists them.`)
      override[name] = on
    }
  }
  return {
    port, sites, override,
    ...(values['client-address'] === undefined ? {} : { clientAddress: values['client-address'] }),
    ...(values.log === undefined ? {} : { logFile: values.log }),
  }
}

function describe(clinic: Clinic, sites: readonly SiteName[]): string {
  const at = `127.0.0.1:${clinic.port}`
  const first = clinic.siteUrls[sites[0] ?? '2021'].de
  return [
    `The stand-in clinic listens on ${at} for ${clinic.hosts.length} host names.`,
    ...sites.flatMap((name) => {
      return ['', `${name}: ${SITES[name].about}`, ...Object.values(clinic.siteUrls[name]).map((url) => `  ${url}`)]
    }),
    '',
    'In Chromium:',
    `  chromium --user-data-dir="$(mktemp -d)" --host-resolver-rules="MAP * ${at}" \\`,
    `    --ignore-certificate-errors-spki-list=${clinic.spki} ${first}`,
    'With tattle:',
    `  tattle audit scenarios/booking.de.spec.ts --base-url ${first} \\`,
    `    --host-map '*=${at}' --ignore-https-errors --consent accept,reject`,
    '',
    'Ctrl-C ends it.',
    '',
  ].join('\n')
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    const wanted = toWanted(argv)
    if (wanted === null) {
      process.stdout.write(USAGE)
      return 0
    }
    const clinic = await startClinic(wanted)
    process.stdout.write(describe(clinic, wanted.sites))
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await clinic.close()
    return 0
  } catch (error) {
    process.stderr.write(`${toSentence(error, argv)}\n`)
    return 2
  }
}

function toSentence(error: unknown, argv: readonly string[]): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return 'Another program has that port; choose one with --port, or 0 for any that is free.'
  if (code.startsWith('ERR_PARSE_ARGS')) return `${argv.join(' ')}: ${error.message}`
  return error.message
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
