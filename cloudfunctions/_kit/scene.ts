import { timingSafeEqual } from 'node:crypto'
import { base32 } from './base32'
import { ulidPattern } from './ids'
import type { Secrets } from './keys'
import { hmac } from './keys'

/** What a printed code leads to. `a`: an activity. */
export type SceneKind = 'a'
const KINDS: readonly string[] = ['a'] satisfies SceneKind[]

export interface Scene {
  kind: SceneKind
  ulid: string
}

/** Kind letter, ULID, keyed check: the 32 characters that `wxacode.getUnlimited` allows. */
export function sceneOf({ kind, ulid }: Scene, secrets: Secrets): string {
  return `${kind}${ulid}${check(`${kind}${ulid}`, secrets)}`
}

/** Undefined for anything that we did not print. */
export function readScene(text: string, secrets: Secrets): Scene | undefined {
  const kind = text.slice(0, 1)
  const ulid = text.slice(1, 27)
  if (text.length !== 32 || !KINDS.includes(kind) || !ulidPattern.test(ulid)) return undefined
  const given = Buffer.from(text.slice(27))
  const right = Buffer.from(check(`${kind}${ulid}`, secrets))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return { kind: kind as SceneKind, ulid }
}

function check(head: string, { pepper }: Secrets): string {
  return base32(hmac(pepper, `scene\n${head}`), 5)
}
