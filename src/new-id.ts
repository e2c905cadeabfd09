/** Identifiers of rows: ULIDs, which sort by the time when they were made. */
import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'

const VALUES = 256

/** Where random numbers come from is said here, because the package takes a while to find out. */
export function newId(): string {
  return ulid(undefined, () => randomBytes(1)[0]! / VALUES)
}
