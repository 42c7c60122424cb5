import { sha256 } from 'js-sha256'
import { base64url, fromHex } from './bytes'

/** What a phone or a desk needs to make the code of one place. `placeKey` is hex. */
export interface PlaceCode {
  sessionId: string
  no: number
  placeKey: string
  windowSec: number
}

export interface CheckInCode {
  /** `GJ1.C.{sessionId}.{no}.{window}.{mac}` */
  text: string
  /** Eight digits to read aloud, from the same mac; they change with it. */
  digits: string
  /** Whole seconds until the next code, 1 … windowSec. */
  secondsLeft: number
}

/** What a code says; whether it is genuine, `verifyCheckIn` or the server tells. */
export interface CheckInParts {
  sessionId: string
  no: number
  window: number
  /** Base64url. */
  mac: string
}

const MAC_BYTES = 16
const TEXT = /^GJ1\.C\.(se_[0-9A-Z]{26})\.([1-9]\d{0,4})\.(\d{1,9})\.([\w-]{22})$/
/** A code is good in its own window, the one before and the one after: clocks differ, hands are slow. */
export const NEIGHBOURS = [-1, 0, 1] as const

/** Windows are counted from the epoch, so every clock that is right agrees. */
export const codeWindow = (now: number, windowSec: number): number => Math.floor(now / 1000 / windowSec)

/** First 16 bytes of HMAC(placeKey, `C|sessionId|no|window`). */
export function checkInMac(place: Omit<PlaceCode, 'windowSec'>, window: number): Uint8Array {
  const message = `C|${place.sessionId}|${place.no}|${window}`
  return Uint8Array.from(sha256.hmac.array(fromHex(place.placeKey), message)).slice(0, MAC_BYTES)
}

/** First 27 bits of the mac, modulo 10⁸. */
export function digitsOf(mac: Uint8Array): string {
  const bits = ((mac[0]! << 19) | (mac[1]! << 11) | (mac[2]! << 3) | (mac[3]! >> 5)) >>> 0
  return String(bits % 100_000_000).padStart(8, '0')
}

/** The code at `now` (server epoch ms). */
export function checkInCode(place: PlaceCode, now: number): CheckInCode {
  const window = codeWindow(now, place.windowSec)
  const mac = checkInMac(place, window)
  const endsAt = (window + 1) * place.windowSec * 1000
  return {
    text: `GJ1.C.${place.sessionId}.${place.no}.${window}.${base64url(mac)}`,
    digits: digitsOf(mac),
    secondsLeft: Math.ceil((endsAt - now) / 1000),
  }
}

/** Undefined for anything that is not written like a check-in code. */
export function readCheckInCode(text: string): CheckInParts | undefined {
  const [, sessionId, no, window, mac] = TEXT.exec(text.trim()) ?? []
  if (!sessionId || !mac) return undefined
  return { sessionId, no: Number(no), window: Number(window), mac }
}

/** Without a network, against a stored roster. `expired`: genuine, and of another window. */
export function verifyCheckIn(
  parts: CheckInParts,
  place: Omit<PlaceCode, 'no'>,
  now: number,
): 'ok' | 'expired' | 'invalid' {
  if (parts.sessionId !== place.sessionId) return 'invalid'
  if (base64url(checkInMac({ ...place, no: parts.no }, parts.window)) !== parts.mac) return 'invalid'
  return isNear(parts.window, codeWindow(now, place.windowSec)) ? 'ok' : 'expired'
}

/** At most one window apart. */
export function isNear(window: number, other: number): boolean {
  return Math.abs(window - other) <= 1
}
