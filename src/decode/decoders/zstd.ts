/** Zstandard (RFC 8878). */
import type { Decoder } from '../decoder.js'
import { decompressZstandard, isZstandard } from '../zstandard.js'

const zstd: Decoder = {
  inflates: true,
  triggers: new Uint8Array([0xb5]),
  gate: isZstandard,
  decode(input, emit, limit, refuse) {
    if (!isZstandard(input)) return
    const { bytes, isRefused } = decompressZstandard(input, limit)
    if (bytes) emit({ bytes, start: 0, end: input.length })
    if (isRefused) refuse?.()
  },
  examples: [{ encoded: Buffer.from('KLUv/QRYQQAAVXJvbG9naWV5j59u', 'base64'), decoded: 'Urologie' }],
}
export default zstd
