/** What every section of the page knows: the report, its words, what the captures show, and how places are named. */
import type { Report } from '../../model.js'
import type { Illustration, Picture } from '../illustration.js'
import type { Words } from '../words.js'
import { html, type Html } from './template.js'

export interface Page {
  readonly report: Report
  readonly words: Words
  readonly illustration: Illustration
  /** The `id` of a place in this language: the page holds each place once for each language. */
  readonly id: (name: string) => string
}

/** The id of a picture, which the page holds once for all languages. */
export function pictureId({ captureId, name }: Pick<Picture, 'captureId' | 'name'>): string {
  return `picture-${captureId.replace(/\W/g, '').slice(0, 32)}-${name.replace(/\W+/g, '-').slice(0, 60)}`
}

export function figure(picture: Picture, { words }: Page): Html {
  const caption = words.picture[picture.role]
  return html`<figure><svg class="picture" viewBox="0 0 1280 720" role="img" aria-label="${caption}"><use href="#${
    pictureId(picture)}"></use></svg><figcaption>${caption}<br><small>${picture.name.slice(0, 120)}</small></figcaption></figure>
`
}

/** The pictures of a capture in some of its moments, in the order in which they were taken. */
export function figures(captureId: string, roles: readonly Picture['role'][], page: Page): Html | false {
  const pictures = page.illustration.pictures.filter((one) => one.captureId === captureId && roles.includes(one.role))
  return pictures.length > 0 && html`<div class="figures">${pictures.map((picture) => figure(picture, page))}</div>
`
}
