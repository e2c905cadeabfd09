/** What every section of the page knows: the report, its words, what the captures show, and how places are named. */
import { createHash } from 'node:crypto'
import type { Report, ReportCapture } from '../../model.js'
import type { Illustration, Picture } from '../illustration.js'
import { gravest } from '../summary.js'
import { clip } from '../text.js'
import { retold, type Words } from '../words.js'
import { html, type Html } from './template.js'

export interface Page {
  readonly report: Report
  readonly words: Words
  readonly illustration: Illustration
  /** The `id` of a place in this language: the page holds each place once for each language. */
  readonly id: (name: string) => string
}

/** Captures with their steps, choices, storage and files. */
const MOST_DETAILED = 100

/** Whose details the page shows: all, or of very many the gravest. */
export function detailed(report: Report): readonly ReportCapture[] {
  return gravest(report, MOST_DETAILED)
}

/** The id of a picture by what it shows: the page holds it once, for all languages and all moments that look alike. */
export function pictureId({ image }: Pick<Picture, 'image'>): string {
  return `picture-${createHash('sha256').update(image).digest('hex').slice(0, 24)}`
}

export function drawing(picture: Picture, { words }: Page): Html {
  const what = picture.title === null ? words.picture[picture.role] : clip(retold(picture.title, words), 160)
  return html`<svg class="picture" viewBox="0 0 1280 720" role="img" aria-label="${what}"><use href="#${pictureId(picture)}"></use></svg>`
}

function figure(picture: Picture, page: Page): Html {
  return html`<figure>${drawing(picture, page)}<figcaption>${page.words.picture[picture.role]}</figcaption></figure>
`
}

/** The pictures of a capture in some of its moments, in the order in which they were taken. */
export function figures(captureId: string, roles: readonly Picture['role'][], page: Page): Html | false {
  const pictures = page.illustration.pictures.filter((one) => one.captureId === captureId && roles.includes(one.role))
  return pictures.length > 0 && html`<div class="figures">${pictures.map((picture) => figure(picture, page))}</div>
`
}
