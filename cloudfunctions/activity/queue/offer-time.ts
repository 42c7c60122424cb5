import { dayStart } from '../../../miniprogram/shared/time'
import { outsideQuietHours, QUIET_FROM_MS } from '../../_kit/quiet-hours'
import type { Settings } from '../../_kit/settings'

const MINUTE = 60_000
const NEAR_MS = 24 * 60 * MINUTE

type WaitSettings = Pick<Settings, 'wait.offerMin' | 'wait.nearMin' | 'wait.stopMin'>

/**
 * Until when an offer made now stands (epoch ms); undefined when none is made any more (PRODUCT 6.4). Within a day of the
 * start it lasts some minutes of plain time, before that its minutes are counted outside the quiet hours only. It never
 * reaches into the session.
 */
export function offerUntil(now: number, startAt: number, settings: WaitSettings): number | undefined {
  const left = startAt - now
  if (left <= 0 || left < settings['wait.stopMin'] * MINUTE) return undefined
  const until =
    left < NEAR_MS ? now + settings['wait.nearMin'] * MINUTE : awake(now, settings['wait.offerMin'] * MINUTE)
  return Math.min(until, startAt)
}

/** The moment at which `ms` outside the quiet hours have passed since `from`. */
function awake(from: number, ms: number): number {
  let at = outsideQuietHours(from)
  for (let left = ms; ;) {
    const evening = dayStart(at) + QUIET_FROM_MS
    if (at + left <= evening) return at + left
    left -= evening - at
    at = outsideQuietHours(evening)
  }
}
