import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { finishSession } from './finish-session'
import { sessionId } from '../input'
import type { Roll } from './roll-session'
import { readRoll } from './roll-session'

export const finish: Action<'activity', 'finish', Roll> = {
  input: strictObject({ sessionId }),

  load: (request, { sessionId }) => readRoll(request, sessionId),

  run: ({ store, now }, _, { session, activity }) => finishSession(store, session, activity, now, false),
}
