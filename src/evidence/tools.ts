/** What made the evidence: digests of tattle's own code and lists, of Node and the browser; and what tattle is made of. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CaptureManifest } from '../capture/manifest.js'
import { locatePackage } from '../packages.js'
import { DATA, rulesDigest } from '../rules-digest.js'
import { isObject } from '../shapes.js'
import { version } from '../version.generated.js'
import { sha256 } from './canonical.js'

const code = fileURLToPath(new URL('..', import.meta.url))

interface Digested { readonly name: string; readonly sha256: string }

/** What a compiler makes besides the code, and what V8 makes of that, which is another one in each build. */
const NOT_WRITTEN = ['.map', '.d.ts', '.code']

/** One digest for all files below a folder, and that of each: `<sha256>  <name>` lines, sorted. */
function digestFolder(folder: string): { readonly sha256: string; readonly files: readonly Digested[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !NOT_WRITTEN.some((end) => name.endsWith(end)))
    .map((name) => ({ name: name.replaceAll('\\', '/'), sha256: sha256(readFileSync(join(folder, name))) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return { sha256: sha256(files.map((file) => `${file.sha256}  ${file.name}\n`).join('')), files }
}

async function digestProgram(path: string): Promise<string | null> {
  if (!existsSync(path) || !statSync(path).isFile()) return null
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Tools and lists, as they are on this machine when the bundle is packed. */
export async function describeTools(manifests: readonly CaptureManifest[]): Promise<Readonly<Record<string, unknown>>> {
  const browsers = new Map<string, CaptureManifest['browser']>()
  for (const { browser } of manifests) browsers.set(`${browser.path} ${browser.version}`, browser)
  return {
    tattle: { version, rulesDigest, code: digestFolder(code).sha256 },
    node: { version: process.version, sha256: await digestProgram(process.execPath) },
    platform: { system: process.platform, architecture: process.arch },
    browsers: await Promise.all([...browsers.values()].map(async ({ name, version: browserVersion, path }) => ({
      name, version: browserVersion, path, sha256AtPacking: await digestProgram(path),
    }))),
    vocabularies: digestFolder(join(code, 'detect/vocabularies')),
    signatures: digestFolder(join(code, 'recipient/signatures')),
    decoders: digestFolder(join(code, 'decode/decoders')),
    transforms: digestFolder(join(code, 'detect/transforms')),
    lists: components().filter(({ name }) => DATA.some((one) => one === name)),
  }
}

interface Component { readonly name: string; readonly version: string; readonly license: string; readonly sha256: string }

/** The packages that run, each with the digest of its files. */
function components(): Component[] {
  const found = new Map<string, Component>()
  const visit = (packageFile: string): void => {
    for (const dependency of readPackage(packageFile).dependencies) {
      const file = locatePackage(dependency, packageFile)
      if (file === undefined) continue
      // Where it is installed under another name, this is its own.
      const { name, version: itsVersion, license } = readPackage(file)
      const key = `${name}@${itsVersion}`
      if (found.has(key)) continue
      const folder = dirname(file)
      found.set(key, { name, version: itsVersion, license, sha256: digestFolder(folder).sha256 })
      visit(file)
    }
  }
  visit(ownPackage())
  return [...found.values()].sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1))
}

/** CycloneDX 1.5. */
export function toSbom(): Readonly<Record<string, unknown>> {
  const purl = (name: string, itsVersion: string): string => `pkg:npm/${name.replace('@', '%40')}@${itsVersion}`
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'tattle', version, purl: purl('tattle', version) } },
    components: components().map((one) => ({
      type: 'library',
      name: one.name,
      version: one.version,
      purl: purl(one.name, one.version),
      ...(one.license === '' ? {} : { licenses: [/[ ()]/.test(one.license) ? { expression: one.license } : { license: { id: one.license } }] }),
      properties: [{ name: 'tattle:files-sha256', value: one.sha256 }],
    })),
  }
}

function ownPackage(): string {
  for (let folder = code; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) return file
    if (dirname(folder) === folder) throw new Error(`no package.json above ${relative('.', code)}`)
  }
}

/** `dependencies`: their names, with those that an installation may leave out. */
function readPackage(file: string): { name: string; version: string; license: string; dependencies: readonly string[] } {
  const { name, version: itsVersion, license, dependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return {
    name: String(name),
    version: String(itsVersion),
    license: typeof license === 'string' ? license : '',
    dependencies: [dependencies, optionalDependencies].flatMap((names) => (isObject(names) ? Object.keys(names) : [])),
  }
}
