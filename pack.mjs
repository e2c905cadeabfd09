// Packs the command for a quick start, the last step of a build: the modules that an analysis needs become one file,
// dist/src/packed/tattle.js; that is run once, and the code that V8 made of it is kept beside it. Other commands, and what
// an analysis needs seldom, stay modules. src/packed.ts says how both are used.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import { runInNewContext, Script } from 'node:vm'

const root = dirname(fileURLToPath(import.meta.url))
const src = join(root, 'dist/src')
const folder = join(src, 'packed')
const packed = join(folder, 'tattle.js')
const bin = join(src, 'tattle.cjs')

/** What is loaded late but every time, so that it is packed as well. */
const alwaysLoaded = ['commands/analyze.js', 'commands/thread.js', 'report/terminal.js']

/** Packages that bring data or a binary, which must be of the packed version where the packed file is run. */
const bound = ['tldts']

export function dropPacked() {
  rmSync(folder, { recursive: true, force: true })
}

/** Without a bundler for this system the command starts from its modules, more slowly. */
export async function pack() {
  writeFileSync(bin, "#!/usr/bin/env node\nimport('./cli.js')\n")
  const { build } = await import('esbuild').catch((error) => {
    process.stderr.write(`The command is not packed, and starts more slowly: ${error.message.split('\n')[0]}\n`)
    return {}
  })
  if (build === undefined) return
  mkdirSync(folder, { recursive: true })
  // The newer one looks for its binary from where it lies.
  const { driverName } = await import(pathToFileURL(join(src, 'store/sqlite.js')).href)
  if (driverName() === 'better-sqlite3') bound.push('better-sqlite3')
  const { metafile } = await build({
    absWorkingDir: root, entryPoints: [join(src, 'commands/program.js')], outfile: packed,
    bundle: true, platform: 'node', format: 'cjs', charset: 'ascii', metafile: true, logLevel: 'error',
    // A fifth of the file, whose lines and names stay what an error's trace can show.
    legalComments: 'inline', minifyWhitespace: true, minifySyntax: true, lineLimit: 120,
    banner: { js: '(function (module, require, $url, $import) {' }, footer: { js: '})' },
    plugins: [{ name: 'modules of tattle', setup: ({ onLoad }) => { onLoad({ filter: /\.js$/ }, rewritten) } }, builtins],
  })
  writeAscii()
  await packStart(build)
  // Of third-party-web, dist/src/recipient/owners.txt.
  writePackages([...Object.keys(metafile.inputs), 'node_modules/third-party-web/package.json'])
  const own = fileURLToPath(import.meta.url)
  const { status, stderr } = spawnSync(process.execPath, [own, 'run'], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status === 0) return
  process.stderr.write(stderr)
  throw new Error('The packed command does not run.')
}

/** What is read byte by byte is ASCII; the bundler leaves the letters of patterns as they are, where they mean the same escaped. */
function writeAscii() {
  const text = readFileSync(packed, 'utf8')
  writeFileSync(packed, text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

/**
 * The bin, which is cli.ts as a CommonJS module: one such file is run at once, while Node has to get ready for the first
 * ES module, and finds and reads each by itself.
 */
async function packStart(build) {
  await build({
    absWorkingDir: root, entryPoints: [join(src, 'cli.js')], outfile: bin, bundle: true, platform: 'node', format: 'cjs',
    external: ['./commands/program.js'], define: { 'import.meta.url': '$url' }, logLevel: 'error',
    banner: { js: "const $url = require('node:url').pathToFileURL(__filename).href" },
  })
}

/** Where a module asks where it lies, or loads another one late, the packed file asks src/packed.ts. */
function rewritten({ path }) {
  const own = relative(src, path).replaceAll('\\', '/')
  if (/[\\/]tldts[\\/]dist[\\/]cjs[\\/]/.test(path)) return { contents: withTables(readFileSync(path, 'utf8')), loader: 'js' }
  if (own.startsWith('..')) return undefined
  const contents = readFileSync(path, 'utf8')
    // Examples of plugins are for their tests.
    .replace(own.endsWith('.generated.js') ? /^    examples: [[{](?:.*[\]}],?|[^]*?\n    [\]}],?)$/gm : /$^/, '')
    .replace(/createRequire\(import\.meta\.url\)\('([\w-]+)'\)/g, (whole, name) => (bound.includes(name) ? `require('${name}')` : whole))
    .replaceAll('import.meta.url', `$url('./${own}')`)
    .replace(/\bimport\((?:'([^']+)'\))?/g, (whole, to) => {
      if (to === undefined) return '$import('
      const target = to.startsWith('.') ? posix.join(posix.dirname(own), to) : to
      if (alwaysLoaded.includes(target)) return whole
      return `$import('${to.startsWith('.') ? './' : ''}${target}')`
    })
  return { contents, loader: 'js' }
}

/**
 * tldts derives tables from others each time that it is loaded, which takes two milliseconds: here they are written down,
 * all of them as bytes, which take a third of the room that they take as lists.
 */
function withTables(contents) {
  const [loop = ''] = /const edgeOffset = new [^]*?\n\}\n/.exec(contents) ?? []
  if (loop === '') return contents
  const given = [...contents.matchAll(/^const (\w+) = .*new \w+Array\(\[.*\]\);$/gm)]
  const derived = ['edgeOffset', 'edgeHash', 'wildcardEdge']
  const tables = runInNewContext(`${contents}\n;({ ${[...given.map(([, name]) => name), ...derived]} })`, { exports: {} })
  const written = (name) => {
    const { constructor, buffer } = tables[name]
    return `const ${name} = new ${constructor.name}(Uint8Array.from(Buffer.from('${Buffer.from(buffer).toString('base64')}', 'base64')).buffer);`
  }
  return given.reduce((text, [line, name]) => text.replace(line, written(name)), contents).replace(loop, `${derived.map(written).join('\n')}\n`)
}

/** Of Node, what an analysis may do without: to load these takes two milliseconds. */
const LATE = ['node:child_process', 'node:net', 'node:timers/promises', 'node:zlib']

/**
 * Modules of Node as modules of the packed file, which hold what is asked for and nothing else. Of those that are loaded
 * late, functions load them when they are called, and objects when they are looked into.
 */
const builtins = {
  name: 'modules of node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind, namespace }) => {
      const isOurs = namespace !== 'node' && (kind === 'import-statement' || LATE.includes(path))
      return isOurs ? { path, namespace: 'node' } : undefined
    })
    onLoad({ filter: /./, namespace: 'node' }, ({ path }) => {
      const module = createRequire(import.meta.url)(path)
      // What is made when it is asked for (web crypto) is not asked for here.
      const names = Object.keys(module).filter((name) => Object.getOwnPropertyDescriptor(module, name).get === undefined)
      const valueOf = (name) => (typeof module[name] === 'function'
        ? `(...all) => module().${name}(...all)` : `new Proxy({}, { get: (_, key) => module().${name}[key] })`)
      const contents = LATE.includes(path)
        ? [`let made; const module = () => (made ??= require('${path}'))`, ...names.map((name) => `export const ${name} = ${valueOf(name)}`)]
        : [`const module = require('${path}'), at = (name) => module[name]`, 'export default module',
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ at('${name}')`)]
      return { contents: contents.join('\n') }
    })
  },
}

/** The packages in the packed file: their versions, and their licences. */
function writePackages(inputs) {
  const paths = new Set(inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean))
  const packages = [...paths].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, path)).find((one) => /^licen[cs]e/i.test(one))
    return { name, version, licence: `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(root, path, file), 'utf8').trim()}\n` }
  })
  writeFileSync(join(folder, 'packages.json'), JSON.stringify(Object.fromEntries(packages.filter(({ name }) => bound.includes(name)).map(({ name, version }) => [name, version]))))
  writeFileSync(join(folder, 'LICENCES'), packages.map(({ licence }) => licence).join(`\n${'-'.repeat(72)}\n\n`))
}

/** Runs the packed file over small HARs, so that the functions which an analysis calls are compiled, and keeps the code. */
async function run() {
  const { codeName, evaluate, PACKED_NAME } = await import(pathToFileURL(join(src, 'packed.js')).href)
  const { VISITOR, writeHar } = await import(pathToFileURL(join(root, 'dist/test/bench/generate.js')).href)
  // Code made under other flags than those of a start is not taken.
  v8.setFlagsFromString = () => {}
  const script = new Script(readFileSync(packed, 'latin1'), { filename: PACKED_NAME })
  const { main } = evaluate(script)
  const scratch = mkdtempSync(join(tmpdir(), 'tattle-pack-'))
  try {
    const persona = join(scratch, 'persona.json')
    writeFileSync(persona, JSON.stringify(VISITOR))
    const hars = [true, false].map((bodies) => {
      const har = join(scratch, `${bodies}.har`)
      writeHar(har, { bytes: 50_000, bodies })
      return har
    })
    for (const args of [['--help'], ['analyze', ...hars], ['analyze', hars[0], '--persona', persona]]) {
      const db = args.length > 1 ? ['--db', join(scratch, 'findings.sqlite')] : []
      if (await main(['node', 'tattle', ...args, ...db]) !== 0) throw new Error(`tattle ${args.join(' ')} did not end well.`)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  writeFileSync(join(folder, codeName()), script.createCachedData())
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'run') await run()
