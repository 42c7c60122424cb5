import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import type { Activity, Signup } from '../../../typings/documents'
import { ridOf } from '../roll/attendance'

/** Tells a person that their points were forgiven, once; nothing where they were not. */
export async function tellWaived(
  store: Store,
  row: Signup,
  { title }: Pick<Activity, 'title'>,
  now: number,
): Promise<void> {
  const { personId, waiveReason } = row
  if (waiveReason === undefined) return
  const text = noticeTexts.WAIVED({ activity: title, reason: waiveReason })
  await tell(store, [{ personId, trigger: 'WAIVED', ref: ridOf(row), text, page: '' }], now)
}
