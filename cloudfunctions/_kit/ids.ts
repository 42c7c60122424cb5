import { createHash, randomBytes } from 'node:crypto'
import { base32, base32Number } from './base32'

const ULID = '[0-7][0-9A-HJKMNP-TV-Z]{25}'

/** 26 characters that sort by time: 48 bits of epoch ms, 80 random bits. */
export function ulid(now: number): string {
  return base32Number(now, 10) + base32(randomBytes(10), 16)
}

/** In the form of a ULID, and the same for the same text. It holds no time. */
export function derivedUlid(text: string): string {
  const bytes = createHash('sha256').update(text).digest()
  // 130 bits in 26 characters: a ULID has 128, its first character is at most 7
  bytes[0] = (bytes[0] ?? 0) & 0x3f
  return base32(bytes, 26)
}

/** What an id with this prefix looks like; anything else is refused before it reaches the database. */
export function idPattern(prefix: string): RegExp {
  return new RegExp(`^${prefix}_${ULID}$`)
}

export const ulidPattern = new RegExp(`^${ULID}$`)
