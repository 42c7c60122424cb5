import { strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { editableOf } from './editable'
import { activityId } from '../input'
import type { Managed } from './managed'
import { loadManaged } from './managed'

export const edit: Action<'activity', 'edit', Managed> = {
  input: strictObject({ activityId }),
  load: (request, input) => loadManaged(request, input.activityId),
  run: (request, _, { activity }) => editableOf(request, activity),
}
