import { nameOwner } from '../../../cloudfunctions/account/self/me'
import { approvalOf } from '../../../cloudfunctions/activity/manage/approval'
import { draftOf } from '../../../cloudfunctions/activity/manage/draft'
import { seal } from '../../../cloudfunctions/_kit/crypto'
import type { Activity, ActivityDraft, Approval, DraftState, Session } from '../../../typings/documents'
import type { ActivityOptions, World } from '../world'
import { personId, personOf, secrets } from '../world'

interface Written {
  by: string
  draftState: DraftState
  change?: Partial<ActivityDraft>
  approval?: Partial<Approval>
}

/** An activity that somebody, called 欧阳小川, is writing; before a second person, with its approval. */
export async function written(
  world: World,
  { by, draftState, change = {}, approval = {} }: Written,
  options: ActivityOptions = {},
) {
  const { activityId } = await world.activity({ state: 'DRAFT', listed: false, ...options })
  const [[activity], sessions] = await Promise.all([
    world.cloud.find<Activity>('activities', { _id: activityId }),
    world.cloud.find<Session>('sessions', { activityId }),
  ])
  if (!activity) throw new Error('no activity')
  const draft = { ...draftOf(activity, sessions), ...change }
  const writer = personId(by)
  const { editorIds = [writer] } = options
  // the SDK would change field by field what is null as yet
  const set = { draft: world.cloud.db.command.set(draft), draftState, editorIds, submittedRev: 1 }
  await world.cloud.db.collection('activities').where({ _id: activityId }).update(set)
  const name = seal('欧阳小川', nameOwner(writer), secrets)
  const asked = approvalOf(activity, draft, writer, { ...personOf(by, world.now), name }, world.now)
  if (draftState === 'REVIEWING') await world.add('approvals', [{ ...asked, ...approval }])
  return { activityId, approvalId: asked._id }
}
