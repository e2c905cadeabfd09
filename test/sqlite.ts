/** SQLite for tests that look into a database by themselves. */
import type BetterSqlite3 from 'better-sqlite3'
import { loadSqlite } from '../src/store/sqlite.js'

export const Database: typeof BetterSqlite3 = loadSqlite().Database
export type Database = BetterSqlite3.Database
