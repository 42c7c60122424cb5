import { applyDraft } from '../activity/manage/apply-draft'
import { recountSuspension } from '../activity/points/recount-suspension'
import { fitSession } from '../activity/queue/fit-session'
import type { TaskKind } from '../../typings/documents'
import { endCalledOff } from './end-called-off'
import { finish } from './finish'
import { forget } from './forget'
import { lapse } from './lapse'
import { sessionOf } from './sessions-of'
import type { TaskHandler } from './task'
import { tellChanged } from './tell-changed'

export const handlers: Record<TaskKind, TaskHandler> = {
  FINISH: finish,
  LAPSE: lapse,
  FORGET: forget,
  CALL_OFF: endCalledOff,
  CHANGED: tellChanged,

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
    if (activity) await applyDraft(store, activity, now)
    return 'DONE'
  },
}
