/** What of a capture is kept and shown: by the configuration, and by whether a CI job would upload it. */
import { rmSync } from 'node:fs'
import type { Retention } from '../../capture/manifest.js'
import type { Config } from '../../config/config.js'
import type { Analysed } from '../../model.js'
import type { Persona } from '../../persona.js'
import { masked, withoutSecrets } from './mask.js'
import { secretValues } from './secret.js'

export interface Kept {
  readonly analysed: readonly Analysed[]
  /** The zip, or null where it is not handed on. */
  readonly zip: string | null
}

/** Whether what is handed on goes without the values that were typed in. */
export function isMasking({ capture: { raw } }: Config, { CI }: NodeJS.ProcessEnv): boolean {
  return !raw && CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0'
}

/** `on-leak`: where something leaked, where the capture is broken, and where it could not be analysed. */
export function keepsOriginals(retention: Retention, analysed: readonly Analysed[]): boolean {
  const matters = analysed.length === 0 ||
    analysed.some(({ leaks, capture }) => leaks.length > 0 || capture.coverage === 'broken')
  return retention === 'always' || (retention === 'on-leak' && matters)
}

/** Removes the zip where it is not kept. `typed`: secrets that were typed in; in no row, as those of the environment. */
export function keep(
  zip: string, analysed: readonly Analysed[], persona: Persona | null, typed: readonly string[], config: Config,
  env: NodeJS.ProcessEnv,
): Kept {
  const isMasked = isMasking(config, env)
  const stays = !isMasked && keepsOriginals(config.capture.retain, analysed)
  if (!stays) rmSync(zip, { force: true })
  const secrets = [...typed, ...secretValues(env)]
  const values = [...Object.values(persona?.values ?? {}).flat(), ...secrets]
  return {
    analysed: analysed.map((one) => isMasked ? masked(one, values) : withoutSecrets(one, secrets)),
    zip: stays ? zip : null,
  }
}
