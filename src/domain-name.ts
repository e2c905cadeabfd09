/** Host names as people write them. */
import { isIP } from 'node:net'

/** A name or an address, without scheme, port, path and wildcards; `localhost` and umlauts are fine. */
export function isDomainName(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63})*\.?$/u.test(text) || isIP(text.replace(/^\[(.*)\]$/, '$1')) === 6
}
