/** Which provisions the facts of a finding touch on. Named, never applied: no verdict on law is made here. */
import type { Kind, ReportFinding } from '../../model.js'
import type { Provision, Words } from '../words.js'
import { html, type Html } from './template.js'

type Facts = Pick<ReportFinding, 'kind' | 'certainty' | 'part'>

function provisionsOf({ kind, certainty, part }: Facts): Provision[] {
  return [
    ...ofKind(kind),
    ...(certainty === 'hashed' ? ['hashed' as const] : []),
    ...(part === 'cookie' && !kind.startsWith('identifier.') ? ['device' as const] : []),
    'recipient', 'minimal',
  ]
}

function ofKind(kind: Kind): Provision[] {
  if (kind.startsWith('health.')) return ['health', 'security']
  if (kind === 'network.ip') return ['address']
  if (kind.startsWith('identifier.')) return ['device', 'identity']
  return ['identity']
}

export function provisions(finding: Facts, words: Words): Html {
  return html`<ul class="plain provisions">${provisionsOf(finding).map((name) => html`<li>${words.provision[name]}</li>`)}</ul>
<p class="dim">${words.label.provisionsNote}</p>
`
}
