/** What the documents name is there: files and links, folders on the map, scripts, commands with their options. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const documents = ['README.md', 'CONTRIBUTING.md', 'test/README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const all = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, found = '']) => found)

test('every link within the repository leads to something', () => {
  const broken = documents.flatMap(({ path, text }) => all(text, /\]\(([^)\s]+)\)/g)
    .filter((link) => !/^\w+:/.test(link))
    .filter((link) => !existsSync(join(dirname(path), link.replace(/#.*/, ''))))
    .map((link) => `${path}: ${link}`))
  assert.deepEqual(broken, [])
})

test('every file of the repository that is named is there', () => {
  const named = documents.flatMap(({ path, text }) => all(text, /(?:^|[\s`("'])((?:src|test|docs|scenarios|ci)\/[\w./<>-]*\w)/gm)
    .filter((file) => !file.includes('<')).map((file) => ({ path, file })))
  assert.ok(named.length > 20)
  assert.deepEqual(named.filter(({ file }) => !existsSync(file)).map(({ path, file }) => `${path}: ${file}`), [])
})

test('the map shows each folder of src, and what it says lies in one does', () => {
  const text = readFileSync('docs/architecture.md', 'utf8')
  const rows = all(text, /^(\| `.*)$/gm)
  const shown = rows.flatMap((row) => {
    const [, first = '', second = ''] = row.split('|')
    const folders = all(first, /`([^`]+)\/`/g)
    const lost = all(second, /`([\w.-]+(?:\/|\.ts|\.sql))`/g).filter((name) => !['cli.ts', ...folders.map((folder) => `${folder}/${name}`)].some((place) => existsSync(`src/${place}`)))
    assert.deepEqual(lost, [], `${folders.join()} has no such thing`)
    return folders
  })
  const folders = readdirSync('src', { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name)
  assert.deepEqual(shown.sort(), folders.sort())
  for (const file of all(text, /`([\w-]+\.ts)`/g)) {
    assert.ok(readdirSync('src', { recursive: true, encoding: 'utf8' }).some((path) => path === file || path.endsWith(`/${file}`)), file)
  }
})

test('every script of npm that is named is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = documents.flatMap(({ text }) => all(text, /npm run ([\w:]+)/g))
  assert.deepEqual(named.filter((name) => !Object.hasOwn(scripts, name)), [])
})

test('every command that is shown exists, with the options that are shown', () => {
  const help = new Map<string, string>()
  const helpOf = (words: string): string => {
    const known = help.get(words) ?? spawnSync(process.execPath, ['dist/src/cli.js', ...words.split(' '), '--help'], { encoding: 'utf8' }).stdout
    help.set(words, known)
    return known
  }
  const commands = all(helpOf(''), /^ {2}(\w+)/gm)
  const lines = documents.flatMap(({ path, text }) => [
    ...all(text, /^```\w*\n(.*?)^```/gms).flatMap((code) => all(code, /^\s*(?:- )?(?:npx )?tattle ([^#\n]+)/gm)),
    ...all(text.replaceAll(/^```.*?^```/gms, ''), /`tattle ([^`]+)`/g),
  ].map((line) => ({ path, line })))
  assert.ok(lines.length > 30)
  const wrong = lines.flatMap(({ path, line }) => {
    const [command = '', sub = ''] = line.split(/\s+/)
    if (!commands.includes(command)) return [`${path}: tattle ${command}`]
    const known = command === 'evidence' && /^[a-z]+$/.test(sub) ? helpOf(`${command} ${sub}`) : helpOf(command)
    return all(line, /(?:^|\s)(--[a-z-]+)/g).filter((flag) => !known.includes(`${flag} `) && !known.includes(`${flag}\n`)).map((flag) => `${path}: tattle ${command}: ${flag}`)
  })
  assert.deepEqual(wrong, [])
})
