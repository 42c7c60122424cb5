import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { Signup } from '../../../typings/documents'
import { reason, rid, sessionId } from '../input'
import type { Roll } from '../roll/roll-session'
import { readRoll } from '../roll/roll-session'
import { changeRow, readRow } from '../roll/row-store'
import { recountPoints } from './recount-points'
import { tellWaived } from './tell-waived'

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
    // should it be cut off, they are told in a minute
    if (row.points > 0) await schedule(store, 'WAIVED', rid, now + AFTER_CAUSE_MS)
    const waived = await changeRow(store, row, one => forgiven(one, byId, reason), now)
    // waived before, by whoever did
    if (waived.waiveReason === undefined) throw new AppError('STATE_CHANGED')
    const points = await recountPoints(store, personId, now)
    await tellWaived(store, waived, activity, now)
    return { points }
  },
}

function forgiven(row: Signup, waivedBy: string, waiveReason: string): Signup | undefined {
  return row.points > 0 ? { ...row, points: 0, waivedBy, waiveReason } : undefined
}
