import type { SyncResult } from '../../../typings/api/activity'
import type { CheckInSource, Signup } from '../../../typings/documents'
import { overFor, reportedIn } from './attendance'

/** A holding before a sync and after it; `before` is absent when nothing had been said about it. */
export interface Outcome {
  before: Signup | undefined
  after: Signup
}

/** What a device hears of one of its reports. */
export function resultOf({ seq, deviceId }: CheckInSource, outcome: Outcome | undefined): SyncResult {
  if (!outcome) return { seq, result: 'REJECTED', code: 'NO_PLACE' }
  const { before, after } = outcome
  const over = overFor(after)
  if (over) return { seq, result: 'REJECTED', code: over }
  if (before && reportedIn(before.sources, { deviceId, seq })) return { seq, result: 'DUPLICATE' }
  // staff took back what was reported until then
  if (after.state !== 'ATTENDED') return { seq, result: 'REJECTED', code: 'STATE_CHANGED' }
  return { seq, result: 'OK' }
}
