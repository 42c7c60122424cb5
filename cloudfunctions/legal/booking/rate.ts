import {
  integer,
  maxLength,
  maxValue,
  minValue,
  number,
  optional,
  pipe,
  strictObject,
  string,
  trim,
} from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { isRisky } from '../../_kit/openapi'
import { sealText } from '../sealed'
import { appointmentId } from './input'
import { ownAppointment } from './own-appointment'

export const rate: Action<'legal', 'rate'> = {
  input: strictObject({
    appointmentId,
    score: pipe(number(), integer(), minValue(1), maxValue(5)),
    text: optional(pipe(string(), trim(), maxLength(200))),
  }),

  async run(request, { appointmentId, score, text = '' }) {
    const { store, now, openid } = request
    const { _id, state } = await ownAppointment(request, appointmentId)
    if (state === 'RATED') return { repeated: true }
    if (state !== 'DONE') throw new AppError('STATE_CHANGED')
    if (text !== '' && (await isRisky(text, openid))) throw new AppError('CONTENT_RISKY', { field: 'text' })
    const rated = { state: 'RATED', score, rateText: sealText(text, _id, 'rating'), updatedAt: now } as const
    // the first of two taps counts
    return { repeated: !(await store.change('appointments', { _id, state: 'DONE' }, rated)) }
  },
}
