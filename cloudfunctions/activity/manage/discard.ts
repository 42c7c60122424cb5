import type { StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Activity } from '../../../typings/documents'
import { voidApproval } from './approval'
import { aboutToDrop } from './drop-proposal'

const discarded = {
  state: 'DISCARDED',
  listed: false,
  draft: null,
  draftState: 'DRAFT',
  editorIds: [],
} satisfies Partial<Activity>

/** Throws away what was never published. STATE_CHANGED when it is being published, or was written meanwhile. */
export async function discard({ store, now }: StaffRequest, activity: Activity): Promise<void> {
  const { _id, rev, applying = false, submittedRev } = activity
  if (activity.state !== 'DISCARDED') {
    if (applying) throw new AppError('STATE_CHANGED')
    await aboutToDrop(store, activity, now)
    if (!(await store.change('activities', { _id, rev }, { ...discarded, updatedAt: now }))) {
      const first = await store.get('activities', _id)
      if (first?.state !== 'DISCARDED') throw new AppError('STATE_CHANGED')
    }
  }
  if (submittedRev !== undefined) await voidApproval(store, activity, now)
}
