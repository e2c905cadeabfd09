/** All that other stages say, in one list. What may be anything stands last: the first template that fits is taken. */
import { ANALYSIS } from './analysis.js'
import { CONSENT } from './consent.js'
import { DEVIATIONS } from './deviations.js'
import { FILES } from './files.js'
import { HAR } from './har.js'
import { MEANINGS } from './meanings.js'
import { RECORDING } from './recording.js'
import type { Saying } from './said.js'

export const SAYINGS: readonly Saying[] = [
  ...HAR, ...RECORDING, ...DEVIATIONS, ...MEANINGS, ...CONSENT, ...FILES, ...ANALYSIS,
]
