/** Where the originals of a recording lie in its working folder. */
import { join } from 'node:path'

export const originalsOf = (work: string): string => join(work, 'originals')
export const harOf = (work: string): string => join(originalsOf(work), 'har.zip')
export const traceOf = (work: string): string => join(originalsOf(work), 'trace.zip')
export const netlogOf = (work: string): string => join(originalsOf(work), 'netlog.json')
