/** Identifiers of rows: ULIDs, which sort by the time when they were made. */
import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'

const VALUES = 256
/** The random part of a ULID is so many characters long. */
const CHARACTERS = 16

/** Where random numbers come from is said here, because the package takes a while to find out. */
export function newId(): string {
  const random = randomBytes(CHARACTERS).values()
  return ulid(undefined, () => (random.next().value ?? 0) / VALUES)
}
