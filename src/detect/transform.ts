/**
 * What a transform is: something done to a value before it is sent that cannot be undone, so it is applied forward, to
 * the term. A new hash is one file in `transforms/`, default-exporting a Transform; the file name is its id.
 */
export interface Transform {
  /** The digest of the value's UTF-8 bytes. Spelling it (hex, base64 …) is not its business. */
  digest(value: Uint8Array): Uint8Array
  /** The numbers that the digest, or a part of it, is printed as, without their sign. */
  decimals?(value: Uint8Array): readonly string[]
  readonly examples: readonly { readonly value: string; readonly hex: string }[]
}
