import { array, maxLength, minLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { readCheckInCode } from '../../../miniprogram/shared/check-in-code'
import { AppError } from '../../_kit/errors'
import type { Action, StaffRequest } from '../../_kit/action'
import { loadSettings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import type { OfflineRecord, SyncResult } from '../../../typings/api/activity'
import type { Pack, Place } from '../../../typings/documents'
import { count, instant, reason, rid } from '../input'
import type { Judged } from './offline-record'
import { judge } from './offline-record'
import { reportAll } from './report-all'
import type { Roll } from './roll-session'
import { recallRoll, refuseCalledOff } from './roll-session'
import { codeTimes, handTimes } from './roll-times'
import { resultOf } from './sync-result'

const HOUR = 3600_000
const MOST_RECORDS = 200
const METHODS: readonly OfflineRecord['method'][] = ['SCAN_STAFF', 'MANUAL']

interface GivenPack extends Roll {
  pack: Pack
}

export const checkInSync: Action<'activity', 'checkInSync', GivenPack> = {
  input: strictObject({
    packId: pipe(string(), regex(/^pk_se_[0-9A-Z]{26}_[A-Za-z0-9-]{8,40}$/)),
    records: pipe(
      array(
        strictObject({
          seq: count(10_000_000),
          at: instant,
          method: picklist(METHODS),
          rid: optional(rid),
          code: optional(pipe(string(), maxLength(200))),
          reason: optional(reason),
        }),
      ),
      minLength(1),
      maxLength(MOST_RECORDS),
    ),
  }),

  async load(request, { packId }) {
    const pack = await request.store.get('packs', packId)
    if (pack?.byId !== request.personId) throw new AppError('PACK_UNKNOWN')
    return { ...(await recallRoll(request, pack.sessionId)), pack }
  },

  async run(request, { records }, roll) {
    refuseCalledOff(roll)
    const { store, now, personId } = request
    const { pack, session, activity } = roll
    const settings = await loadSettings(store, now)
    const lateHours = settings['sync.lateHours']
    // the device wipes its roster when it expires; what it recorded before may still come, as long as it is not too late
    if (now >= Math.max(pack.expiresAt, session.endAt + lateHours * HOUR)) throw new AppError('PACK_UNKNOWN')
    const hall = {
      pack,
      byId: personId,
      now,
      codes: codeTimes(activity.kind, session),
      byHand: handTimes(session),
      windowSec: settings['code.windowSec'],
      lateHours,
      places: await placesNamed(store, pack.sessionId, records),
    }
    return {
      results: await save(
        request,
        records.map(record => judge(record, hall)),
      ),
    }
  },
}

/** Places held now that the records name, by holding or by number; one read. */
function placesNamed(store: Store, pool: string, records: readonly OfflineRecord[]): Promise<Place[]> {
  const rids = records.flatMap(({ rid }) => rid ?? [])
  const numbers = records.flatMap(({ code = '' }) => readCheckInCode(code)?.no ?? [])
  const $or = [{ rid: { $in: rids } }, { no: { $in: numbers } }]
  return store.find('places', { where: { pool, state: 'HELD', $or }, limit: 2 * MOST_RECORDS })
}

async function save(request: StaffRequest, judged: readonly Judged[]): Promise<SyncResult[]> {
  const accepted = judged.flatMap(one => ('place' in one ? [one] : []))
  const outcomes = await reportAll(request, accepted)
  return judged.map(one =>
    'code' in one
      ? { seq: one.record.seq, result: 'REJECTED', code: one.code }
      : resultOf(one.source, outcomes.get(one.place.rid)),
  )
}
