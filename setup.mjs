// Makes a fresh clone ready, then does what `npm start`, `npm test` or `npm run clinic` asked for. Plain JavaScript
// without dependencies, because it runs before there are any. Each thing that it has to do is one line; what is in
// place already is not mentioned. Exit status 2 and one sentence where something is missing that it cannot get.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const OLDEST_NODE = [20, 19]
/** As src/store/sqlite.ts has it, which is not built yet. npm goes on without an optional package that it cannot build. */
const sqlite = Number(process.versions.napi) >= 10 ? 'better-sqlite3-node-api' : 'better-sqlite3'

main().catch((error) => stop(error.message))

async function main() {
  const [task = '', ...args] = process.argv.slice(2)
  const tasks = { start, test, clinic }
  if (!Object.hasOwn(tasks, task)) stop(`setup.mjs does ${Object.keys(tasks).join(', ')}; "${task}" is none of them.`)
  checkNode()
  await installPackages()
  build()
  await findBrowser()
  process.exitCode = await tasks[task](args)
}

// ── the tasks ──

function start(args) {
  return run(process.execPath, [join(root, 'dist/scenarios/stand-in.js'), ...args])
}

function clinic(args) {
  return run(process.execPath, [join(root, 'dist/scenarios/clinic/main.js'), ...args])
}

/** Runs the test files whose path contains one of the words given, or all. */
function test(words) {
  const folder = join(root, 'dist/test')
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.js'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
  if (files.length === 0) stop(`No test file has ${words.join(' or ')} in its path; the folders are ${readdirSync(folder).join(', ')}.`)
  return run(process.execPath, ['--test', '--test-reporter=spec', ...files.map((file) => join(folder, file))])
}

// ── what they need ──

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  stop(`tattle needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org or with your version manager, then run the command again.`)
}

async function installPackages() {
  const stale = whyStale()
  if (stale === null) return
  const code = await withProgress(`packages: ${stale}; installing (one to two minutes: SQLite may have to be compiled)`, 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], ownHeaders())
  if (code.status !== 0) {
    const words = code.output.trim()
    stop(`npm could not install the packages: ${lastLine(words)} Mend that, then run the command again.`, words)
  }
  if (!sqliteLoads()) stop(`${sqlite} has no prebuilt binary for this machine and could not be compiled, or does not load in this Node: install python3, make and a C++ compiler (Debian: apt-get install python3 make g++), remove node_modules, and run the command again. "npm rebuild ${sqlite}" says what is wrong.`)
}

/**
 * Where the headers of this very Node lie beside it, as of most that are installed, compilers are told so, which would fetch
 * them from nodejs.org.
 */
function ownHeaders() {
  const folder = dirname(dirname(process.execPath))
  const file = join(folder, 'include/node/node_version.h')
  if (!existsSync(file)) return {}
  const text = readFileSync(file, 'utf8')
  const version = ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)`, 'm').exec(text)?.[1])
  return version.join('.') === process.versions.node ? { npm_config_nodedir: folder } : {}
}

/** Why the installed packages are not those of package-lock.json, or null. */
function whyStale() {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return 'none installed'
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  const different = Object.entries(wanted).find(([path, { version, optional, peer }]) =>
    path !== '' && !optional && !(peer && !present[path]) && present[path]?.version !== version)
  if (different) return `${different[0].replace(/^.*node_modules\//, '')} is not the version of package-lock.json`
  return sqliteLoads() ? null : `${sqlite} is not there, or was built for another Node`
}

function sqliteLoads() {
  const script = `new (require('${sqlite}'))(':memory:').close()`
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' }).status === 0
}

function build() {
  const stamp = join(root, 'dist/.sources')
  const digest = sourcesDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  say('build: compiling')
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build.mjs')], { cwd: root, encoding: 'utf8' })
  if (status !== 0) stop('The sources do not compile; the compiler says why above.', stdout + stderr)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
}

function sourcesDigest() {
  const hash = createHash('sha256').update(process.version)
  const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'build.mjs', 'pack.mjs', 'schema.mjs', 'playwright.config.ts']
  for (const folder of ['src', 'scenarios', 'test']) {
    for (const file of readdirSync(join(root, folder), { recursive: true })) files.push(join(folder, file))
  }
  for (const file of files.filter((name) => !name.endsWith('.generated.ts')).sort()) {
    const path = join(root, file)
    if (existsSync(path) && statSync(path).isFile()) hash.update(`${file}\n`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

async function findBrowser() {
  const browsers = await import(pathToFileURL(join(root, 'dist/src/capture/browser.js')).href)
  try {
    browsers.findBrowser()
    return
  } catch (error) {
    if (error.code !== 'browser-missing' || process.env.TATTLE_BROWSER || !mayInstallDebianPackages()) stop(error.message)
  }
  await withProgress("browser: none found; updating Debian's package lists", 'apt-get', ['update', '-qq'])
  const { status, output } = await withProgress("browser: installing Debian's chromium", 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  if (status !== 0) stop(`apt-get could not install chromium: ${lastLine(output)} Install a Chromium or Chrome by hand, or name one in TATTLE_BROWSER.`, output)
  browsers.findBrowser()
}

function mayInstallDebianPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

// ── small things ──

function say(text) {
  process.stderr.write(`${text}\n`)
}

/** @returns {never} */
function stop(sentence, details = '') {
  if (details) process.stderr.write(`${details.trim()}\n`)
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function lastLine(text) {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

/** Runs a silent command; on a terminal the seconds count up behind the line. */
function withProgress(text, command, args, settings = {}) {
  const started = Date.now()
  const tty = process.stderr.isTTY
  if (!tty) say(text)
  const tick = tty ? setInterval(() => process.stderr.write(`\r${text} … ${Math.round((Date.now() - started) / 1000)} s`), 500) : undefined
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...settings, DEBIAN_FRONTEND: 'noninteractive' } })
    let output = ''
    child.stdout.on('data', (data) => { output += data })
    child.stderr.on('data', (data) => { output += data })
    const done = (status) => {
      clearInterval(tick)
      if (tty) process.stderr.write('\n')
      resolve({ status, output })
    }
    child.on('error', (error) => { output += error.message; done(1) })
    child.on('close', done)
  })
}

/** Runs a command in the foreground and answers its exit status. Interrupts reach it by the terminal. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
    const ignore = () => {}
    process.on('SIGINT', ignore)
    child.on('error', (error) => { say(`${relative(root, command)}: ${error.message}`); resolve(2) })
    child.on('close', (status) => resolve(status ?? 1))
  })
}
