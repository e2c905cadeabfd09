// Writes one analysis after the other until it is killed, or so many; says which are committed. Run by crash.test.ts.
import { writeSync } from 'node:fs'
import { openStore } from '../../../src/store/store.js'
import { enlarge, makeAnalysed, run } from '../../golden/fixture.js'

export const LEAKS = 600

const [, , file, life, most] = process.argv
if (file !== undefined && life !== undefined) {
  const store = openStore(file)
  store.writeRun(run)
  writeSync(1, 'ready\n')
  for (let number = 0; number < Number(most ?? Infinity); number++) {
    const id = `${life}-${number}`
    const analysed = makeAnalysed({ consent: 'accept', captureId: `capture-${id}`, analysisId: id })
    store.writeAnalysed(enlarge(analysed, LEAKS))
    writeSync(1, `${id}\n`)
  }
  store.close()
}
