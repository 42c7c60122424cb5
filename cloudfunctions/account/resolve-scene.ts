import { maxLength, pipe, strictObject, string } from 'valibot'
import { AppError } from '../_kit/errors'
import { secrets } from '../_kit/keys'
import { readScene } from '../_kit/scene'
import type { Action } from '../_kit/action'

/** No database call: what we did not print is told by its check, and what has ended still opens. */
export const resolveScene: Action<'account', 'resolveScene'> = {
  input: strictObject({ scene: pipe(string(), maxLength(64)) }),

  run(_request, { scene }) {
    const found = readScene(scene, secrets())
    if (!found) throw new AppError('QR_INVALID')
    return { target: 'activity', params: { activityId: `ac_${found.ulid}` } }
  },
}
