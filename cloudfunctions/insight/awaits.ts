import type { Activity, Approval } from '../../typings/documents'
import type { StaffRequest } from '../_kit/action'

/** Does it wait for this caller? Nobody decides on what they proposed or wrote. */
export function awaits(
  { state, orgPath, proposerId }: Pick<Approval, 'state' | 'orgPath' | 'proposerId'>,
  activity: Pick<Activity, 'editorIds' | 'draftState'> | undefined,
  { personId, scope }: Pick<StaffRequest, 'personId' | 'scope'>,
): boolean {
  if (state !== 'PENDING' || activity?.draftState !== 'REVIEWING' || !scope.may('APPROVE', orgPath))
    return false
  return proposerId !== personId && !activity.editorIds.includes(personId)
}
