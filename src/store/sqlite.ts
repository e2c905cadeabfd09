/** better-sqlite3, in the version that this Node can run. The only file that loads it. */
import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

export interface Sqlite {
  readonly Database: typeof BetterSqlite3
  /** Its binary, for options of `Database`; undefined where the package finds it at once. */
  readonly nativeBinding: string | undefined
}

/**
 * Up to version 12 the binary is made for one V8, and from Node 24.19 on the collection of garbage aborts the process where
 * it meets a statement of it. From version 13 on it is made for Node-API 10, which Node 20 and the first Node 22 do not
 * have. Both are optional packages, of which an installation leaves out what does not fit.
 */
export function driverName(): 'better-sqlite3' | 'better-sqlite3-node-api' {
  return Number(process.versions.napi) >= 10 ? 'better-sqlite3-node-api' : 'better-sqlite3'
}

/** Throws what Node throws for a package that is not there. */
export function loadSqlite(): Sqlite {
  if (driverName() === 'better-sqlite3-node-api') {
    return { Database: createRequire(import.meta.url)('better-sqlite3-node-api') as typeof BetterSqlite3, nativeBinding: undefined }
  }
  return {
    Database: createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3,
    // It takes its time to look through all places where one may be.
    nativeBinding: createRequire(import.meta.url).resolve('better-sqlite3/build/Release/better_sqlite3.node'),
  }
}
