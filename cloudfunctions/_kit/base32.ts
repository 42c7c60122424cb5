/** Crockford's alphabet: no I, L, O, U, so that nothing is misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `length` characters, five bits each, of the bytes read as one big number from its high end. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET.charAt((buffer >>> bits) & 31)
      if (text.length === length) return text
    }
    buffer &= (1 << bits) - 1
  }
  throw new RangeError(`${bytes.length} bytes are too few for ${length} characters`)
}

/** A whole number in exactly `length` characters. */
export function base32Number(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < length; i++) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
