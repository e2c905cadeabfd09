/** An empty project of somebody else's, with tattle installed from what `npm pack` makes. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findBrowser } from '../../src/capture/browser.js'

export interface Project {
  readonly folder: string
  /** What npm packed, for each file its size. */
  readonly packed: readonly { readonly path: string; readonly size: number }[]
  readonly packedBytes: number
  readonly unpackedBytes: number
  write(file: string, text: string): void
  /** Replaces in files that are there. */
  edit(file: string, change: (text: string) => string): void
  run(command: readonly string[], env?: Readonly<Record<string, string>>): Promise<{ status: number; output: string }>
  playwright(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<{ status: number; output: string }>
  tattle(...args: readonly string[]): Promise<{ status: number; output: string }>
  remove(): void
}

/**
 * In a folder whose name has blanks and umlauts. `from`: a folder of this repository to copy. `own`: packages that the
 * project has for itself.
 */
export function makeProject(from: string | null, name = 'meine Prüfung äöü', own: readonly string[] = []): Project {
  const root = process.cwd()
  const above = mkdtempSync(join(tmpdir(), 'tattle-project-'))
  const folder = join(above, name)
  mkdirSync(folder)
  if (from !== null) cpSync(join(root, from), folder, { recursive: true })
  const pack = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', above], { cwd: root, encoding: 'utf8' })
  assert.equal(pack.status, 0, pack.stderr)
  const [tarball] = JSON.parse(pack.stdout) as [{ filename: string; files: { path: string; size: number }[]; size: number; unpackedSize: number }]
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'tattle'), { recursive: true })
  const unpack = spawnSync('tar', ['-xzf', join(above, tarball.filename), '--strip-components=1', '-C', join(modules, 'tattle')], { encoding: 'utf8' })
  assert.equal(unpack.status, 0, unpack.stderr)
  const { bin } = JSON.parse(readFileSync(join(modules, 'tattle/package.json'), 'utf8')) as { bin: { tattle: string } }
  mkdirSync(join(modules, '.bin'))
  symlinkSync(join(modules, 'tattle', bin.tattle), join(modules, '.bin/tattle'))
  symlinkSync(join(modules, 'playwright/cli.js'), join(modules, '.bin/playwright'))
  chmodSync(join(modules, 'tattle', bin.tattle), 0o755) // as npm does
  linkDependencies(join(root, 'node_modules'), modules, join(modules, 'tattle/package.json'), own)

  const run: Project['run'] = (command, env = {}) => new Promise((resolve, reject) => {
    const [program = '', ...args] = command
    const { CI: _ci, NODE_TEST_CONTEXT: _context, TATTLE_RUN: _run, ...inherited } = process.env
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...inherited, FORCE_COLOR: '0', CHROMIUM: findBrowser().path ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString('utf8') })
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString('utf8') })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status: status ?? -1, output }))
  })
  return {
    folder,
    packed: tarball.files,
    packedBytes: tarball.size,
    unpackedBytes: tarball.unpackedSize,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    },
    edit(file, change) {
      const path = join(folder, file)
      const before = readFileSync(path, 'utf8')
      const after = change(before)
      assert.notEqual(after, before, `nothing to change in ${file}`)
      writeFileSync(path, after)
    },
    run,
    playwright: (args, env) => run([process.execPath, 'node_modules/playwright/cli.js', ...args], env),
    tattle: (...args) => run([process.execPath, 'node_modules/tattle/dist/src/cli.js', ...args]),
    remove: () => rmSync(above, { recursive: true, force: true }),
  }
}

/** What npm would install beside it: its dependencies with theirs, and Playwright. Nothing that is for development. */
function linkDependencies(from: string, to: string, manifest: string, own: readonly string[]): void {
  const wanted = [...dependenciesIn(manifest), ...own, 'playwright', 'playwright-core']
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (existsSync(join(to, name)) || !existsSync(join(from, name))) continue
    mkdirSync(dirname(join(to, name)), { recursive: true })
    symlinkSync(join(from, name), join(to, name), 'junction')
    wanted.push(...dependenciesIn(join(from, name, 'package.json')))
  }
}

function dependenciesIn(manifest: string): string[] {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, object | undefined>
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/** Files below a folder whose name ends so, relative to it. */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => { server.close(() => resolve()) })
  return port
}
