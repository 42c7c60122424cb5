import { length, maxLength, pipe, regex, strictObject, string, union } from 'valibot'
import { readCheckInCode } from '../../../miniprogram/shared/check-in-code'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { placeId } from '../../_kit/places/place'
import { loadSettings } from '../../_kit/settings'
import { limitTries } from '../../_kit/tries'
import type { CheckedIn } from '../../../typings/api/activity'
import type { CheckInMethod, Place } from '../../../typings/documents'
import { attendedRow, markOfRow, overFor, rowId } from './attendance'
import { heldPlaces, placeOfHolding } from './held-places'
import { reason, rid, sessionId } from '../input'
import type { Roll } from './roll-session'
import { recallRoll, refuseCalledOff } from './roll-session'
import { codeTimes, handTimes, within } from './roll-times'
import { addReports } from './row-store'
import { codeRefusal, placesReading } from './verify-code'

/** Eight digits may be tried so often a minute. */
const MOST_TRIES = 10

interface Way {
  place: Place
  method: CheckInMethod
  reason: string
}

export const checkIn: Action<'activity', 'checkIn', Roll> = {
  input: union([
    strictObject({ sessionId, code: pipe(string(), maxLength(200)) }),
    strictObject({ sessionId, digits: pipe(string(), length(8), regex(/^\d+$/)) }),
    strictObject({ sessionId, rid, reason }),
  ]),

  load: (request, { sessionId }) => recallRoll(request, sessionId),

  async run(request, input, roll) {
    refuseCalledOff(roll)
    if ('rid' in input) return record(request, await byHand(request, roll, input))
    if ('digits' in input) return record(request, await byDigits(request, roll, input.digits))
    return record(request, await byCode(request, roll, input.code))
  },
}

async function byCode({ store, now }: StaffRequest, roll: Roll, text: string): Promise<Way> {
  const parts = readCheckInCode(text)
  if (!parts) throw new AppError('CODE_INVALID')
  if (parts.sessionId !== roll.session._id) throw new AppError('CODE_OTHER_SESSION')
  refuseOutside(roll, now)
  const windowSec = (await loadSettings(store, now))['code.windowSec']
  const place = await store.get('places', placeId(parts.sessionId, parts.no))
  const refusal = codeRefusal(parts, place, { at: now, windowSec })
  if (refusal) throw new AppError(refusal)
  if (!place) throw new AppError('CODE_INVALID')
  return { place, method: 'SCAN_STAFF', reason: '' }
}

async function byDigits({ store, now, personId }: StaffRequest, roll: Roll, digits: string): Promise<Way> {
  refuseOutside(roll, now)
  await limitTries(store, `${personId}:digits`, now, MOST_TRIES)
  const windowSec = (await loadSettings(store, now))['code.windowSec']
  const [place, other] = placesReading(digits, await heldPlaces(store, roll.session._id), {
    at: now,
    windowSec,
  })
  // two codes that read alike name nobody: the next ones differ
  if (!place || other) throw new AppError('CODE_INVALID')
  return { place, method: 'SCAN_STAFF', reason: '' }
}

async function byHand(
  { store, now, personId }: StaffRequest,
  roll: Roll,
  { rid, reason }: { rid: string; reason: string },
): Promise<Way> {
  if (reason === '') throw new AppError('REASON_REQUIRED')
  if (!within(handTimes(roll.session), now)) throw new AppError('OUTSIDE_WINDOW')
  const place = await placeOfHolding(store, roll.session._id, rid)
  if (!place) throw new AppError('NO_PLACE')
  // it would take the points off a no-show of their own
  if (place.holder === personId) throw new AppError('SELF_REVIEW')
  return { place, method: 'MANUAL', reason }
}

function refuseOutside({ session, activity }: Roll, now: number): void {
  if (!within(codeTimes(activity.kind, session), now)) throw new AppError('OUTSIDE_WINDOW')
}

/** The row is the attendance: its insert is the first word, and whoever comes later reads it. */
async function record(
  { store, now, personId }: StaffRequest,
  { place, method, reason }: Way,
): Promise<CheckedIn> {
  const report = { at: now, method, byId: personId, deviceId: '', seq: 0, syncedAt: now, reason }
  const row = attendedRow(place, [report])
  if (await store.insert('signups', row)) return { row: markOfRow(row), repeated: false }
  const there = (await store.get('signups', rowId(place.rid))) ?? row
  if (there.state === 'ATTENDED') return { row: markOfRow(there), repeated: true }
  // somebody stands here now, whatever was taken back before
  const live = { ...report, at: Math.max(now, (there.undoneAt ?? 0) + 1) }
  const present = await addReports(store, there, [live], now)
  const refusal = overFor(present)
  if (refusal) throw new AppError(refusal)
  return { row: markOfRow(present), repeated: false }
}
