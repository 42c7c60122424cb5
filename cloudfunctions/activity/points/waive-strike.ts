import { strictObject } from 'valibot'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { tell } from '../../_kit/notices'
import type { Signup } from '../../../typings/documents'
import { reason, rid, sessionId } from '../input'
import type { Roll } from '../roll/roll-session'
import { readRoll } from '../roll/roll-session'
import { changeRow, readRow } from '../roll/row-store'
import { recountPoints } from './recount-points'

/** Forgives the points of one holding. Never one's own. */
export const waiveStrike: Action<'activity', 'waiveStrike', Roll> = {
  input: strictObject({ sessionId, rid, reason }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run({ store, now, personId: byId }, { sessionId, rid, reason }, { activity }) {
    if (reason === '') throw new AppError('REASON_REQUIRED')
    const row = await readRow(store, rid)
    if (row?.sessionId !== sessionId) throw new AppError('STATE_CHANGED')
    const { personId } = row
    if (personId === byId) throw new AppError('SELF_REVIEW')
    const waived = await changeRow(store, row, one => forgiven(one, byId, reason), now)
    // told before that it was waived, by whoever did
    const told = waived.waiveReason
    if (told === undefined) throw new AppError('STATE_CHANGED')
    const points = await recountPoints(store, personId, now)
    const text = noticeTexts.WAIVED({ activity: activity.title, reason: told })
    await tell(store, [{ personId, trigger: 'WAIVED', ref: rid, text, page: '' }], now)
    return { points }
  },
}

function forgiven(row: Signup, waivedBy: string, waiveReason: string): Signup | undefined {
  return row.points > 0 ? { ...row, points: 0, waivedBy, waiveReason } : undefined
}
