import { strictObject } from 'valibot'
import { rosterFileName } from '../../miniprogram/shared/export-words'
import type { Export } from '../../typings/documents'
import type { Action, Subject } from '../_kit/action'
import { AppError } from '../_kit/errors'
import { loadActivity, loadSession } from '../activity/load'
import { answerOf } from './exported'
import { exportId } from './input'

interface Kept extends Subject {
  made: Export
}

/** Nobody learns that somebody else has exported anything. */
export const exportGet: Action<'insight', 'exportGet', Kept> = {
  input: strictObject({ exportId }),

  async load({ store, personId, now }, { exportId }) {
    const made = await store.get('exports', exportId)
    if (!made || made.personId !== personId || made.expiresAt <= now) throw new AppError('NOT_FOUND')
    return { orgPath: made.orgPath, made }
  },

  async run(request, _input, { made, orgPath }) {
    if (made.full && !request.scope.may('REPORT', orgPath)) throw new AppError('NO_PERMISSION')
    const session = await loadSession(request, made.refId)
    const { title } = await loadActivity(request, session.activityId)
    return answerOf(made, rosterFileName(title, session.startAt), request.now)
  },
}
