import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Signup } from '../../../typings/documents'
import { markOfRow } from './attendance'
import { reason, rid, sessionId } from '../input'
import type { Roll } from './roll-session'
import { readRoll, refuseCalledOff } from './roll-session'
import { changeRow, readRow } from './row-store'

/** Takes an attendance back; the holding runs on. What was reported until now counts no more, however late it arrives. */
export const checkInUndo: Action<'activity', 'checkInUndo', Roll> = {
  input: strictObject({ sessionId, rid, reason }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  async run({ store, now }, { sessionId, rid, reason }, roll) {
    if (reason === '') throw new AppError('REASON_REQUIRED')
    refuseCalledOff(roll)
    const row = await readRow(store, rid)
    if (row?.sessionId !== sessionId) throw new AppError('STATE_CHANGED')
    const undone = await changeRow(
      store,
      row,
      one => (one.state === 'ATTENDED' ? takenBack(one, reason, now) : undefined),
      now,
    )
    if (undone.state !== 'VOID') throw new AppError('STATE_CHANGED')
    return markOfRow(undone)
  },
}

function takenBack(row: Signup, reason: string, now: number): Signup {
  const undoneAt = Math.max(now, ...row.sources.map(({ at }) => at))
  return { ...row, state: 'VOID', reason, undoneAt }
}
