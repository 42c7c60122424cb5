import { strictObject } from 'valibot'
import type { Action } from '../_kit/action'
import { AppError } from '../_kit/errors'

// STUB
export const manageList = {
  input: strictObject({}),
  run() {
    throw new AppError('INTERNAL')
  },
} as never as Action<'activity', 'manageList'>
