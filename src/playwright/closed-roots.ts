/**
 * Banners in closed shadow roots, which neither rules nor selectors reach. They are looked for over the browser's debugging
 * protocol, which the page does not notice; to open such roots would take a script ahead of the page's own.
 */
import type { CDPSession, Frame, Page } from 'playwright/test'
import { listOf, toRecord } from '../shapes.js'
import { CONSENT_TOPIC, isControl, isUnmistakable } from './consent-words.js'

/** Of a page with more nothing is asked, for it would all come in one answer. */
const mostElements = 50_000
const mostFrames = 100
const mostRoots = 100
const mostControls = 500
/** Looked through for one text. */
const mostNodes = 5_000
const longestText = 20_000
/** Longer ones are no control's. */
const longestName = 81

/**
 * Whether a control stands there and is seen, by its name and what is written around it one of a banner, in the page or
 * any of its frames; null where there is too much to look through. Never throws.
 */
export async function findBannerInClosedRoot(page: Page): Promise<boolean | null> {
  try {
    const frames = page.frames()
    let elements = 0
    for (const frame of frames) elements += await frame.locator('*').count().catch(() => 0) // the frame has gone
    if (elements > mostElements || frames.length > mostFrames) return null
    let found: boolean | null = false
    for (const owner of [page, ...frames.slice(1)]) {
      const here = await findIn(page, owner)
      if (here === true) return true
      if (here === null) found = null
    }
    return found
  } catch {
    return false // the page has gone
  }
}

/** In all that is in one process with it; frames that have none of their own are found with what they stand in. */
async function findIn(page: Page, owner: Page | Frame): Promise<boolean | null> {
  let session: CDPSession | undefined
  try {
    session = await page.context().newCDPSession(owner)
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const { controls, all } = controlsIn(root)
    for (const nodeId of controls) if (await isSeen(session, nodeId)) return true
    return all ? false : null
  } catch {
    return false // it has gone, or is in the process of another
  } finally {
    await session?.detach().catch(() => undefined) // it has gone with the page
  }
}

/** Ids of controls in closed shadow roots that accept or reject; and whether these are all. */
function controlsIn(document: unknown): { readonly controls: readonly number[], readonly all: boolean } {
  const roots = first(mostRoots + 1, nodesOf(document), (node) => node['shadowRootType'] === 'closed')
  const found = roots.slice(0, mostRoots).map((root) => {
    const isTopical = new RegExp(CONSENT_TOPIC, 'i').test(textOf(root, longestText))
    const clickable = first(mostControls + 1, nodesOf(root), isClickable)
    const controls = clickable.slice(0, mostControls).flatMap((node) => {
      const name = nameOf(node)
      const decides = name.length < longestName && (isControl(name, 'accept') || isControl(name, 'reject'))
      return decides && (isTopical || isUnmistakable(name)) ? [Number(node['nodeId'])] : []
    })
    return { controls, all: clickable.length <= mostControls }
  })
  return { controls: found.flatMap(({ controls }) => controls), all: roots.length <= mostRoots && found.every(({ all }) => all) }
}

async function isSeen(session: CDPSession, nodeId: number): Promise<boolean> {
  const { model } = await session.send('DOM.getBoxModel', { nodeId }).catch(() => ({ model: { width: 0, height: 0 } })) // not drawn
  return model.width > 1 && model.height > 1
}

type DomNode = Readonly<Record<string, unknown>>

/** The node and all below it, those in frames and shadow roots too, in the order of the page. */
function* nodesOf(top: unknown): Generator<DomNode> {
  for (const waiting = [toRecord(top)]; waiting.length > 0;) {
    const node = waiting.pop()
    if (node === undefined) return
    yield node
    const below = [...listOf(node['shadowRoots']), ...listOf(node['children']), node['contentDocument']]
    for (const each of below.reverse()) if (each !== undefined) waiting.push(toRecord(each))
  }
}

function first(most: number, nodes: Iterable<DomNode>, fits: (node: DomNode) => boolean): readonly DomNode[] {
  const found: DomNode[] = []
  for (const node of nodes) {
    if (fits(node)) found.push(node)
    if (found.length === most) break
  }
  return found
}

function isClickable(node: DomNode): boolean {
  const name = String(node['nodeName']).toLowerCase()
  const { role = '', type = '' } = attributesOf(node)
  return /^(?:button|a|summary)$/.test(name) || /^(?:button|link)$/.test(role) || (name === 'input' && /^(?:button|submit)$/.test(type))
}

function nameOf(node: DomNode): string {
  const { 'aria-label': label = '', value = '', title = '' } = attributesOf(node)
  return label || textOf(node, longestName).trim() || value || title
}

/** Names and values follow one another. */
function attributesOf(node: DomNode): Readonly<Record<string, string>> {
  const list = listOf(node['attributes']).map(String)
  return Object.fromEntries(list.flatMap((name, at) => at % 2 === 0 ? [[name, list[at + 1] ?? '']] : []))
}

function textOf(top: DomNode, longest: number): string {
  let text = ''
  let looked = 0
  for (const node of nodesOf(top)) {
    if (text.length >= longest || ++looked > mostNodes) break
    if (node['nodeName'] === '#text') text += ` ${String(node['nodeValue'])}`
  }
  return text.slice(0, longest)
}
