import { codeWindow, isNear, readCheckInCode } from '../../../miniprogram/shared/check-in-code'
import type { ErrorCode } from '../../../miniprogram/shared/errors'
import type { OfflineRecord } from '../../../typings/api/activity'
import type { CheckInSource, Pack, Place } from '../../../typings/documents'
import type { Span } from './roll-times'
import { within } from './roll-times'
import { codeRefusal } from './verify-code'

const HOUR = 3600_000

/** What a record made without a network is judged by. */
export interface Hall {
  pack: Pack
  /** Who sends it. */
  byId: string
  now: number
  codes: Span
  byHand: Span
  windowSec: number
  lateHours: number
  /** Places held now of those that the records name. */
  places: readonly Place[]
}

export type Judged =
  { record: OfflineRecord; place: Place; source: CheckInSource } | { record: OfflineRecord; code: ErrorCode }

/** Whether a record counts, for which holding, and when it was. The phone's word for the moment is kept within reason. */
export function judge(record: OfflineRecord, hall: Hall): Judged {
  const { pack, byId, now } = hall
  const at = Math.min(Math.max(record.at, pack.issuedAt), now)
  const { method, seq, reason = '' } = record
  const code = timeRefusal(record, at, hall)
  if (code) return { record, code }
  const found = holdingOf(record, at, hall)
  if (typeof found === 'string') return { record, code: found }
  // its device saw no other phone
  if (record.rid !== undefined && found.holder === byId) return { record, code: 'SELF_REVIEW' }
  const source = { at, method, byId, deviceId: pack.deviceId, seq, syncedAt: now, reason }
  return { record, place: found, source }
}

function timeRefusal(
  { method, reason = '' }: OfflineRecord,
  at: number,
  { now, codes, byHand, lateHours }: Hall,
): ErrorCode | undefined {
  if (method === 'MANUAL' && reason === '') return 'REASON_REQUIRED'
  if (now - at > lateHours * HOUR) return 'SYNC_TOO_LATE'
  return within(method === 'MANUAL' ? byHand : codes, at) ? undefined : 'OUTSIDE_WINDOW'
}

function holdingOf(record: OfflineRecord, at: number, { pack, places, windowSec }: Hall): Place | ErrorCode {
  const { rid, code } = record
  if (rid !== undefined) return places.find(place => place.rid === rid) ?? 'NO_PLACE'
  const parts = readCheckInCode(code ?? '')
  if (!parts) return 'CODE_INVALID'
  if (parts.sessionId !== pack.sessionId) return 'CODE_OTHER_SESSION'
  // seen at another moment than it was made for: kept from somewhere else
  if (!isNear(parts.window, codeWindow(at, windowSec))) return 'CODE_INVALID'
  const place = places.find(({ no }) => no === parts.no)
  return codeRefusal(parts, place, { at, windowSec }) ?? place ?? 'CODE_INVALID'
}
