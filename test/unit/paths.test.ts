/** Paths of Windows and of other systems, as rows and reports show them. */
import assert from 'node:assert/strict'
import { posix, win32 } from 'node:path'
import { test } from 'node:test'
import { baselineFile } from '../../src/check/baseline.js'
import { shownPath, shownPlace } from '../../src/paths.js'

const WINDOWS = 'C:\\Users\\Jörg Weiß\\Prüfung'

test('a path is relative to the root, with forward slashes, and stays whole on another drive', () => {
  for (const [path, root, file, expected] of [
    [win32, WINDOWS, `${WINDOWS}\\tests\\a.spec.ts`, 'tests/a.spec.ts'],
    [win32, WINDOWS, 'c:\\users\\jörg weiß\\prüfung\\tests\\a.spec.ts', 'tests/a.spec.ts'],
    [win32, WINDOWS, 'C:\\Users\\Jörg Weiß\\shared\\b.ts', '../shared/b.ts'],
    [win32, WINDOWS, 'D:\\w\\c.ts', 'D:/w/c.ts'],
    [win32, WINDOWS, '\\\\server\\share\\d.ts', '//server/share/d.ts'],
    [posix, '/home/jö/prüfung', '/home/jö/prüfung/tests/a.spec.ts', 'tests/a.spec.ts'],
    [posix, '/home/jö/prüfung', '/srv/b.ts', '../../../srv/b.ts'],
  ] as const) {
    assert.equal(shownPath(file, root, path), expected)
    assert.equal(shownPlace(`${file}:12:3`, root, path), `${expected}:12:3`)
  }
  for (const none of ['', 'a.ts', ':1:1', 'C:\\a.ts:7']) assert.equal(shownPlace(none, WINDOWS, win32), null, none)
})

/** Names that Windows keeps for itself or cannot write, and characters that some file system refuses. */
const NAMES = [
  'CON', 'con', 'PRN.txt', 'aux.spec', 'NUL', 'COM1', 'com9.de', 'LPT1', 'COM¹', 'LPT³.x', 'a:b', 'what?', 'a*b', 'a<b>', 'a|b', 'a"b', 'a/b', 'a\\b',
  '..', '.', '.hidden', 'ends.', 'ends ', ' begins', 'tab\there', 'nul\0', 'line\nbreak', '-x', '', 'ü'.repeat(300), '療'.repeat(300), '👩‍⚕️ Termin', 'booking › books · Pixel 7',
]

test('the file of a baseline has a name that every file system takes, and no two scenarios share one', () => {
  const files = NAMES.map((name) => baselineFile('b', name))
  for (const [at, file] of files.entries()) {
    const name = posix.basename(file)
    const said = `${JSON.stringify(NAMES[at])} → ${name}`
    assert.equal(posix.dirname(file), 'b', said)
    assert.doesNotMatch(name, /[<>:"/\\|?*\p{Cc}]|[. ]$|^\.|^-/u, said)
    assert.doesNotMatch(name, /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i, said)
    assert.ok(Buffer.byteLength(name) <= 255, said)
  }
  assert.equal(new Set(files.map((file) => file.toLowerCase())).size, new Set(NAMES).size, 'also where case does not count')
})
