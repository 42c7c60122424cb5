import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { editableOf } from './editable'
import { activityId } from '../input'
import type { Managed } from './managed'
import { loadManaged } from './managed'

export const edit: Action<'activity', 'edit', Managed> = {
  input: strictObject({ activityId }),
  load: (request, input) => loadManaged(request, input.activityId),

  run(request, _, { activity }) {
    if (activity.state === 'DISCARDED') throw new AppError('NOT_FOUND')
    return editableOf(request, activity)
  },
}
