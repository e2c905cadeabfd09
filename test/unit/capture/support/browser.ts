/** Drives a real Chromium with a NetLog over the page of marks. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import type { TruthServer } from './server.js'

export async function launch(server: TruthServer, folder: string): Promise<Browser> {
  const own = process.env['TATTLE_BROWSER']
    ?? [chromium.executablePath(), '/usr/bin/chromium'].find((path) => existsSync(path))
  const rules = [
    'MAP absent.test ~NOTFOUND', `MAP plain.test 127.0.0.1:${server.plainPort}`,
    `MAP site.localhost 127.0.0.1:${server.plainPort}`, `MAP * 127.0.0.1:${server.port}`,
  ]
  return chromium.launch({
    ...own === undefined ? {} : { executablePath: own },
    args: [
      `--log-net-log=${join(folder, 'netlog.json')}`, '--net-log-capture-mode=Everything', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
      '--ignore-certificate-errors',
      `--host-resolver-rules=${rules.join(', ')}`, ...process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ],
  })
}

/** Walks the whole page, leaves it by a form and closes it. The HAR zip and the NetLog lie in the folder. */
export async function walk(server: TruthServer, folder: string): Promise<void> {
  const browser = await launch(server, folder)
  try {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true, recordHar: { path: join(folder, 'har.zip'), content: 'attach', mode: 'full' },
    })
    const page = await context.newPage()
    await page.goto('https://site.test/')
    await page.waitForFunction('document.title === "done"')
    await page.evaluate('form.submit()')
    await page.waitForURL('http://plain.test/**')
    await page.waitForFunction('document.title === "done"')
    await page.goto('about:blank')
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    await context.close()
  } finally {
    await browser.close()
  }
}

/** Kills the browser, with all of its processes, once a page has sent a body. */
export async function crash(server: TruthServer, folder: string): Promise<void> {
  const browser = await launch(server, folder)
  const page = await browser.newPage({ ignoreHTTPSErrors: true })
  await page.goto('https://site.test/m/crash.html')
  await page.waitForFunction('document.title === "done"')
  // Chromium writes its log once some events have gathered: further ones push out those that the crash must not take.
  for (let more = 0; more < 15; more += 1) {
    await page.evaluate(`fetch('/m/more?${more}').then((answer) => answer.text())`)
  }
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  const gone = new Promise((resolve) => { browser.on('disconnected', resolve) })
  const session = await browser.newBrowserCDPSession()
  await Promise.race([session.send('Browser.crash').catch(() => undefined), gone])
  await gone
  await browser.close()
}
