import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { limitationOf } from '../../../miniprogram/shared/limitation'
import { localDate } from '../../../miniprogram/shared/time'
import { checkDates, limitFields } from './limit-input'

export const limitCalc: Action<'legal', 'limitCalc'> = {
  input: strictObject(limitFields),

  run({ now }, input) {
    const today = localDate(now)
    checkDates(input, today)
    return limitationOf(input, today)
  },
}
