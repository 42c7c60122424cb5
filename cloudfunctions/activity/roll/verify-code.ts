import { base64url } from '../../../miniprogram/shared/bytes'
import type { CheckInParts } from '../../../miniprogram/shared/check-in-code'
import {
  checkInMac,
  codeWindow,
  digitsOf,
  isNear,
  NEIGHBOURS,
} from '../../../miniprogram/shared/check-in-code'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import { placeKey, sameText } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { Place } from '../../../typings/documents'

/** When a code was shown, as far as we know, and how long each one lives. */
export interface Shown {
  at: number
  windowSec: number
}

const macOf = (place: Place, window: number): Uint8Array =>
  checkInMac({ sessionId: place.pool, no: place.no, placeKey: placeKey(place, secrets()) }, window)

/** Why a code checks nobody in; undefined when it does. `place`: of its number, as it is held now. */
export function codeRefusal(
  parts: CheckInParts,
  place: Place | undefined,
  { at, windowSec }: Shown,
): ErrorCode | undefined {
  if (!place) return 'CODE_INVALID'
  // let go, or only offered: nobody's code opens it
  if (place.state !== 'HELD') return 'NO_PLACE'
  if (!sameText(parts.mac, base64url(macOf(place, parts.window)))) return 'CODE_INVALID'
  return isNear(parts.window, codeWindow(at, windowSec)) ? undefined : 'CODE_EXPIRED'
}

/** Those whose code reads these eight digits now, or read them one window before, or will in the next. */
export function placesReading(
  digits: string,
  places: readonly Place[],
  { at, windowSec }: Shown,
): readonly Place[] {
  const window = codeWindow(at, windowSec)
  return places.filter(place => NEIGHBOURS.some(near => digitsOf(macOf(place, window + near)) === digits))
}
