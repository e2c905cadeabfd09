/** `tattle assess`: what somebody says of a finding, by its fingerprint. Added to the log, never changed. */
import type { AssessFlags } from './flags.js'
import { TattleError } from '../errors.js'
import { toTerminal } from '../report/text.js'
import { openStore } from '../store/store.js'
import { databaseToExtend, tell } from './outcome.js'

export async function assess(fingerprint: string, flags: AssessFlags): Promise<number> {
  const { status, reason, by } = flags
  if (reason.trim() === '' || by.trim() === '') {
    throw new TattleError('usage', 'An assessment needs its reason and who made it: --reason TEXT --by NAME.')
  }
  const store = openStore(databaseToExtend(flags))
  try {
    const whole = store.fingerprint(fingerprint)
    const record = { fingerprint: whole, status, reason, assessedBy: by, assessedAt: new Date().toISOString() }
    store.writeAssessment(record)
    tell(flags, record, [`${whole.slice(0, 12)} is ${status}: ${toTerminal(reason)} (${toTerminal(by)})`])
    return 0
  } finally {
    store.close()
  }
}
