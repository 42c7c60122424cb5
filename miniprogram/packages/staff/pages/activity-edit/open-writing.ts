import type { Editable } from '../../../../../typings/api/activity'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { keptWriting, NEW, type Writing } from '../../../../services/draft'
import { AppFailure, isUnreached } from '../../../../services/failure'
import { opId } from '../../../../services/op-id'
import { newDraft } from '../../draft/defaults'
import { sameDraft } from '../../draft/difference'
import { copied } from '../../draft/sessions'
import { writingOf } from './save-writing'

export interface Opened {
  /** Under which the phone keeps it. */
  name: string
  writing: Writing
  editable?: Editable
  /** When the phone kept what was not saved. */
  keptAt?: number
  /** What somebody else saved meanwhile. */
  theirs?: Editable
}

/** `id`: an activity that was saved; `copy`: a new one like that one; neither: a new one. */
export interface Wanted {
  id?: string
  copy?: string
}

const fresh = (draft: Writing['draft']): Writing => ({
  activityId: '',
  opId: opId(),
  rev: 0,
  base: draft,
  draft,
})

export async function openWriting({ id, copy }: Wanted, orgId: string, now: number): Promise<Opened> {
  if (id) return openSaved(id)
  const name = copy ? `copy-${copy}` : NEW
  const kept = keptWriting(name)
  if (kept) return { name, writing: kept, keptAt: kept.at }
  if (!copy) return { name, writing: fresh(newDraft('OTHER', orgId, now)) }
  const { draft } = await activities.edit({ activityId: copy })
  return { name, writing: fresh(copied(draft, now)) }
}

async function openSaved(id: string): Promise<Opened> {
  const kept = keptWriting(id)
  const read = await attempt(() => activities.edit({ activityId: id }))
  if (!read.ok) {
    if (kept && isUnreached(read.failure)) return { name: id, writing: kept, keptAt: kept.at }
    throw new AppFailure(read.failure.code, read.failure.detail)
  }
  const editable = read.value
  if (!kept || sameDraft(kept.draft, editable.draft))
    return { name: id, writing: writingOf(editable), editable }
  const opened = { name: id, writing: kept, editable, keptAt: kept.at }
  return kept.rev === editable.rev ? opened : { ...opened, theirs: editable }
}
