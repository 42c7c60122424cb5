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

const MAC_BYTES = 16

/** Windows are counted from the epoch, so every clock that is right agrees. */
export const codeWindow = (now: number, windowSec: number): number => Math.floor(now / 1000 / windowSec)

/** First 16 bytes of HMAC(placeKey, `C|sessionId|no|window`). */
export function checkInMac(place: PlaceCode, window: number): Uint8Array {
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
