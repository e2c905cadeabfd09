/** The scenario of `tattle audit URL`; its address is in the settings of the run. */
import { test } from './index.js'
import { readSettings } from './settings.js'
import { visit } from './visit.js'

const url = readSettings().visitUrl ?? 'about:blank'

test.use({ scenario: { name: `visit-${URL.canParse(url) ? new URL(url).host : 'nothing'}` } })

test('visit', async ({ page }) => {
  await visit(page, url)
})
