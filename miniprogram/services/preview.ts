import type { ActivityDetail } from '../../typings/api/activity'
import { copyOf, keep, type Cached } from './cached'
import { AppFailure } from './failure'

/** Instead of an activity's id: what staff are writing, as a worker would see it. */
export const PREVIEW = 'preview'
const KEY = `activity:${PREVIEW}`

/** Shows an activity that is not published on the worker's own page. */
export function openPreview(activity: ActivityDetail): void {
  keep(KEY, activity)
  void wx.navigateTo({ url: `/packages/activities/pages/detail/detail?id=${PREVIEW}` })
}

export function previewed(): Cached<ActivityDetail> {
  const copy = copyOf<ActivityDetail>(KEY)
  if (!copy) throw new AppFailure('NOT_FOUND')
  return { value: copy.value }
}
