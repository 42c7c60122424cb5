import { maxLength, optional, pipe, strictObject, string, trim } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { isRisky } from '../../_kit/openapi'
import type { Signup } from '../../../typings/documents'
import { ridOf } from '../roll/attendance'
import { count, sessionId } from '../input'

export const feedback: Action<'activity', 'feedback'> = {
  input: strictObject({
    sessionId,
    score: count(5),
    text: optional(pipe(string(), trim(), maxLength(200))),
  }),

  async run(request, { sessionId, score, text = '' }) {
    const { store, me, now, openid } = request
    const row = await attendance(request, sessionId)
    if (!row) throw new AppError('NOT_ATTENDED')
    if (text !== '' && (await isRisky(text, openid))) throw new AppError('CONTENT_RISKY')
    const given = await store.insert('feedback', {
      _id: `fb_${ridOf(row)}`,
      sessionId,
      activityId: row.activityId,
      personId: me._id,
      score,
      text,
      at: now,
    })
    return { repeated: !given }
  },
}

async function attendance({ store, me }: PersonRequest, sessionId: string): Promise<Signup | undefined> {
  const where = { sessionId, personId: me._id, state: 'ATTENDED' as const }
  const [row] = await store.find('signups', { where, limit: 1 })
  return row
}
