import { tellUntold } from '../account/roles/tell-grant'
import { applyDraft } from '../activity/manage/apply-draft'
import { dropForsaken } from '../activity/manage/drop-proposal'
import { recountSuspension } from '../activity/points/recount-suspension'
import { tellWaived } from '../activity/points/tell-waived'
import { fitSession } from '../activity/queue/fit-session'
import { readRow } from '../activity/roll/row-store'
import type { TaskKind } from '../../typings/documents'
import { endCalledOff } from './end-called-off'
import { endWithinLeave } from './end-within-leave'
import { finish } from './finish'
import { followFirmOf } from './follow-firm'
import { forget } from './forget'
import { lapse } from './lapse'
import { lookAtAppointment } from './look-at-appointment'
import { lookAtSwap } from './look-at-swap'
import { makeSlotsOf } from './make-slots'
import { remindOfLimitation } from './remind-of-limitation'
import { sessionOf } from './sessions-of'
import { purge } from './purge'
import type { TaskHandler } from './task'
import { tellChanged } from './tell-changed'

export const handlers: Record<TaskKind, TaskHandler> = {
  FINISH: finish,
  LAPSE: lapse,
  FORGET: forget,
  CALL_OFF: endCalledOff,
  CHANGED: tellChanged,
  APPT: lookAtAppointment,
  SLOTS: makeSlotsOf,
  LEAVE: endWithinLeave,
  SWAP: lookAtSwap,
  FIRM: followFirmOf,
  LIMIT: remindOfLimitation,
  PURGE: purge,

  async SETTLE({ store, now }, { refId }) {
    const known = await sessionOf(store, refId)
    if (known) await fitSession(store, known.session, known.activity, now)
    return 'DONE'
  },

  async SUSPEND({ store, now }, { refId }) {
    await recountSuspension(store, refId, now)
    return 'DONE'
  },

  async APPLY({ store, now }, { refId }) {
    const activity = await store.get('activities', refId)
    if (activity) await dropForsaken(store, await applyDraft(store, activity, now), now)
    return 'DONE'
  },

  async GRANT({ store, now }, task) {
    await tellUntold(store, task, now)
    return 'DONE'
  },

  async WAIVED({ store, now }, { refId: rid }) {
    const row = await readRow(store, rid)
    const activity = row && (await store.get('activities', row.activityId))
    if (activity) await tellWaived(store, row, activity, now)
    return 'DONE'
  },
}
