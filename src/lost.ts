/** Codes of diagnostics on pages that were opened and of which nothing is known: as broken as a capture can be. */
const LOST: ReadonlySet<string> = new Set(['capture-failed', 'analysis-failed', 'capture-unfiled'])

export function isLost({ code }: { readonly code: string }): boolean {
  return LOST.has(code)
}
