/**
 * A collection of HARs of real sites, which is not part of the repository: TATTLE_HARS names its folder; without that it is
 * looked for beside the repository.
 */
import { existsSync } from 'node:fs'

export const collection = process.env['TATTLE_HARS'] ?? '../shared/hars'
/** Why tests over the collection do not run. */
export const skip = existsSync(collection) ? false : `there is no collection of HARs at ${collection}; TATTLE_HARS names another folder`
