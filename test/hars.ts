/** A collection of HARs of real sites, which is not part of the repository: TATTLE_HARS names its folder. */
import { existsSync } from 'node:fs'

export const collection = process.env['TATTLE_HARS'] ?? ''
/** For tests that need it. */
export const skip = existsSync(collection) ? false : 'TATTLE_HARS names no collection of HARs'
