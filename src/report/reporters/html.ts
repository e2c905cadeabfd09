/** The page that people look at: one file, offline, without scripts. */
import { toPage } from '../html/page.js'
import type { Reporter } from '../reporter.js'
import { en } from '../words.js'
import { writeAll } from '../write.js'

const html: Reporter = {
  extension: '.html',
  write: (report, out) => writeAll(out, toPage(report, en)),
}
export default html
