/** What leaves a worker when nobody is there who takes it. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TestInfo } from 'playwright/test'
import { handOver, isTaken } from '../../../src/playwright/handover.js'
import { SPOOL } from '../../../src/playwright/settings.js'

const folder = mkdtempSync(join(tmpdir(), 'tattle-handover-'))
const [spool, output] = [join(folder, 'spool'), join(folder, 'output')]
for (const each of [spool, output]) mkdirSync(each)
after(() => rmSync(folder, { recursive: true }))

function handed(reporters: readonly string[], named: string | null): { taken: boolean; attached: string[]; left: boolean } {
  const info = {
    testId: 'a-b', retry: 0, attachments: [], config: { reporter: reporters.map((name) => [name]) },
    outputPath: (name: string) => join(output, name),
  } as unknown as TestInfo
  if (named === null) delete process.env[SPOOL]
  else process.env[SPOOL] = named
  const { place, attach } = handOver(info, '')
  const zip = place('capture.zip')
  writeFileSync(zip, 'PK')
  attach('tattle-capture', zip, 'application/zip')
  attach('tattle-masked-har', place('masked.har'), 'application/json')
  const result = { taken: isTaken(info), attached: info.attachments.map(({ name }) => name), left: existsSync(zip) }
  delete process.env[SPOOL]
  rmSync(zip, { force: true })
  return result
}

test('originals and findings go to the reporter or into a blob report; any other reporter gets the masked HAR alone', () => {
  const masked = ['tattle-masked-har']
  assert.deepEqual(handed(['list', '/m/tattle/dist/src/playwright/reporter.js'], spool), { taken: true, attached: masked, left: true })
  assert.deepEqual(handed(['blob'], null), { taken: true, attached: ['tattle-capture', ...masked], left: true })
  assert.deepEqual(handed(['html', 'list'], null), { taken: false, attached: masked, left: false }, 'and nothing is left behind')
  assert.deepEqual(handed(['html'], join(folder, 'gone')), { taken: false, attached: masked, left: false })
})
