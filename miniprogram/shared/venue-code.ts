import { sha256 } from 'js-sha256'
import { base64url, fromHex } from './bytes'
import { codeWindow } from './check-in-code'

/** The code of one hall at one moment. */
export interface VenueCode {
  /** `GJ1.V.{sessionId}.{window}.{mac}` */
  text: string
  /** Whole seconds until the next code, 1 … windowSec. */
  secondsLeft: number
}

/** What a venue code says; whether it is genuine, the server tells. */
export interface VenueParts {
  sessionId: string
  window: number
  /** Base64url. */
  mac: string
}

const MAC_BYTES = 16
const TEXT = /^GJ1\.V\.(se_[0-9A-Z]{26})\.(\d{1,9})\.([\w-]{22})$/

/** First 16 bytes of HMAC(venueKey, `V|sessionId|window`). `venueKey` is hex. */
export function venueMac(venueKey: string, sessionId: string, window: number): string {
  const mac = sha256.hmac.array(fromHex(venueKey), `V|${sessionId}|${window}`)
  return base64url(Uint8Array.from(mac).slice(0, MAC_BYTES))
}

/** The code at `now` (server epoch ms). */
export function venueCode(venueKey: string, sessionId: string, windowSec: number, now: number): VenueCode {
  const window = codeWindow(now, windowSec)
  const endsAt = (window + 1) * windowSec * 1000
  return {
    text: `GJ1.V.${sessionId}.${window}.${venueMac(venueKey, sessionId, window)}`,
    secondsLeft: Math.ceil((endsAt - now) / 1000),
  }
}

/** Undefined for anything that is not written like a venue code. */
export function readVenueCode(text: string): VenueParts | undefined {
  const [, sessionId, window, mac] = TEXT.exec(text.trim()) ?? []
  if (!sessionId || !mac) return undefined
  return { sessionId, window: Number(window), mac }
}
