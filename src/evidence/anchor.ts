/** Time-stamps on heads of the chain of custody: what fixes the chain from outside. */
import { toMessage } from '../errors.js'
import { checkStamp } from './timestamp.js'

export interface Anchor {
  readonly link: number
  /** Of that link, as it was sent to be stamped. */
  readonly digest: string
  readonly authority: string
  /** The response (DER), in base64. */
  readonly token: string
}

export interface AnchorCheck {
  /** Null: it fits, and nobody else vouches for who made it. */
  readonly holds: boolean | null
  readonly sentence: string
}

/** `digest`: what stands in the chain at that link now. `roots`: certificates (PEM) of the authority, or null. */
export function checkAnchor({ link, digest: stamped, authority, token }: Anchor, digest: string | undefined, roots: string | null): AnchorCheck {
  const fails = (why: string): AnchorCheck => ({ holds: false, sentence: `The time-stamp on link ${link} by ${authority} ${why}.` })
  try {
    const { at, signer, vouched } = checkStamp(Buffer.from(token, 'base64'), Buffer.from(stamped), roots)
    if (digest !== stamped) return fails(`of ${at} is on another chain: link ${link} had the digest ${stamped} then`)
    if (vouched === false) return fails(`of ${at} was signed by ${signer}, for whom the certificates given do not vouch`)
    return vouched === null
      ? { holds: null, sentence: `Link ${link} bears a time-stamp of ${at} by ${signer}; that this is the authority ${authority}, its certificates show (--tsa-ca).` }
      : { holds: true, sentence: `Link ${link} was stamped at ${at} by ${signer}.` }
  } catch (error) {
    return fails(`attests nothing: ${toMessage(error)}`)
  }
}
