import { codeWindow } from '../../../miniprogram/shared/check-in-code'

/** A code that was on the screen so many windows ago still counts as seen now. */
const FRESH_WINDOWS = 2

/** When somebody saw a venue code. `live`: it hangs there now. */
export interface Sighting {
  live: boolean
  at: number
}

/**
 * What to believe of a venue code of this window. A phone without a network sends it later and says when it saw it: that
 * must be when the code was on the screen. Undefined: the code is old, and nobody says to have seen it in time.
 */
export function sightingOf(
  window: number,
  capturedAt: number,
  now: number,
  windowSec: number,
): Sighting | undefined {
  const near = (at: number) => Math.abs(codeWindow(at, windowSec) - window) <= FRESH_WINDOWS
  if (near(now)) return { live: true, at: now }
  return capturedAt < now && near(capturedAt) ? { live: false, at: capturedAt } : undefined
}
