import { createHmac } from 'node:crypto'

/** The function's secrets, from its environment variables. */
export interface Secrets {
  /** Stable for the life of the data: identities, phone look-up and printed codes hang on it. */
  pepper: string
  /** `kid:base64,kid:base64`, 32 bytes each; the first seals, all open. */
  keys: string
}

export interface Key {
  kid: string
  bytes: Buffer
}

export function secrets(): Secrets {
  const { GJ_PEPPER: pepper, GJ_KEYS: keys } = process.env
  if (!pepper || !keys) throw new Error('GJ_PEPPER and GJ_KEYS must be set in the function environment')
  return { pepper, keys }
}

export function keyRing({ keys }: Secrets): Key[] {
  return keys.split(',').map(entry => {
    const at = entry.indexOf(':')
    const bytes = Buffer.from(entry.slice(at + 1), 'base64')
    if (at < 1 || bytes.length !== 32) throw new Error('GJ_KEYS must read kid:base64 with 32 bytes a key')
    return { kid: entry.slice(0, at), bytes }
  })
}

export function sealingKey(from: Secrets): Key {
  const [first] = keyRing(from)
  if (!first) throw new Error('GJ_KEYS holds no key')
  return first
}

export function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest()
}
