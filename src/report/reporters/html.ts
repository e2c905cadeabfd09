/** The page that people look at: one file, offline, without scripts. */
import { toPage } from '../html/page.js'
import type { Reporter } from '../reporter.js'
import { writeAll } from '../write.js'

const html: Reporter = {
  extension: '.html',
  write: (report, out, presentation) => writeAll(out, toPage(report, presentation)),
}
export default html
