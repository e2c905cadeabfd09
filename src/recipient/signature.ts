/**
 * What a signature is. A new tracker is one file in `signatures/`, default-exporting a Signature; the file name is its id.
 */
import type { Category, FieldMeaning } from '../model.js'

export interface Shape {
  readonly path: RegExp
  readonly fields: readonly string[]
  /** What must stand in a parameter or in the body, where names are those of other software too. */
  readonly text?: string
}

export interface Signature {
  /** Legal entity that operates the endpoint. */
  readonly entity: string
  /** ISO 3166-1 alpha-2 of its seat. */
  readonly country: string
  readonly category: Category
  /** Host names; each covers its sub-domains. */
  readonly hosts: readonly string[]
  /** Where only some paths of those hosts belong to the tracker. */
  readonly path?: RegExp
  /**
   * How its payload is recognised on a host of the audited site itself (first-party proxy, server-side tagging):
   * the path, names of fields (query, form or top-level JSON) that must all be there, and a text; of several shapes any.
   */
  readonly shape?: Shape | readonly Shape[]
  /** Field name → what it means; `*` at the end of a name covers a family (`udff[*`). A `kind` marks an identifier, or data of a person. */
  readonly fields?: Readonly<Record<string, FieldMeaning>>
  /** URLs that it must recognise, and must not. They are its tests. */
  readonly examples: { readonly match: readonly string[]; readonly miss: readonly string[] }
}
