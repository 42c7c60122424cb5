import type { OfflineRecord, RosterRow } from '../../../../../typings/api/activity'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { isUnreached } from '../../../../services/failure'
import { checkOffline, findByDigits } from '../../roll/offline-check'
import { storedPack } from '../../roll/pack'
import { keepRecord } from '../../roll/records'
import { checkedIn, checkedInBefore, outside, refused } from './banner'
import type { Banner } from './rollcall.view'
import { withMark } from './roster'

/** How somebody at the door is recognised. */
export type Way = { code: string } | { digits: string } | { rid: string; reason: string }

/** What a check-in came to. `rows` is absent when the list must be read anew: someone who is not on it was checked in. */
export interface Checked {
  banner: Banner
  rows?: RosterRow[]
}

/** Asks the server; without a network the stored roster decides, and the record waits on the phone. */
export async function checkAtDoor(sessionId: string, rows: RosterRow[], way: Way): Promise<Checked> {
  const answer = await attempt(() => activities.checkIn({ sessionId, ...way }))
  if (!answer.ok) {
    const { failure } = answer
    if (isUnreached(failure)) return { banner: checkAlone(sessionId, rows, way), rows }
    return { banner: refused(failure.code, failure.sentence), rows }
  }
  const { row, repeated } = answer.value
  const changed = withMark(rows, row)
  const shown = changed?.find(({ rid }) => rid === row.rid) ?? row
  return { banner: repeated ? checkedInBefore(shown) : checkedIn(shown), rows: changed }
}

function checkAlone(sessionId: string, rows: RosterRow[], way: Way): Banner {
  const now = serverNow()
  const pack = storedPack(sessionId, now)
  if (!pack) return refused('OFFLINE', '当前无网络，也没有下载离线名单。')
  const keep = (record: Omit<OfflineRecord, 'seq'>): Banner => {
    const row = rows.find(({ rid }) => rid === record.rid)
    if (!row) return refused('NO_PLACE')
    if (row.state === 'ATTENDED') return checkedInBefore(row)
    keepRecord(sessionId, record)
    return checkedIn(row)
  }
  if ('rid' in way) return keep({ at: now, method: 'MANUAL', rid: way.rid, reason: way.reason })
  if ('digits' in way) {
    const row = findByDigits(way.digits, pack, now)
    return row ? keep({ at: now, method: 'SCAN_STAFF', rid: row.rid }) : refused('CODE_INVALID')
  }
  const check = checkOffline(way.code, pack, now)
  if (check.kind === 'refused') return refused(check.code)
  if (check.kind === 'known') return keep(check.record)
  keepRecord(sessionId, check.record)
  return outside(check.no)
}
