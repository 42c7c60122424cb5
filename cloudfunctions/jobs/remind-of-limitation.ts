import { dayWords, daysBetween } from '../../miniprogram/shared/local-days'
import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { instant, localDate } from '../../miniprogram/shared/time'
import { limitationPage } from '../_kit/links'
import { tell } from '../_kit/notices'
import { dueReminder, nextReminderAt } from '../legal/limitation/reminder-times'
import type { TaskHandler } from './task'

/** Tells of a limitation 90, 30, 7 and 1 days before its date, as long as the person wants it. */
export const remindOfLimitation: TaskHandler = async ({ store, now }, { refId }) => {
  const card = await store.get('limitations', refId)
  if (!card?.remind || card.deadline === '') return 'DONE'
  const { _id, personId, deadline, since } = card
  const due = dueReminder(deadline, since, now)
  const days = daysBetween(localDate(now), deadline)
  if (due && days >= 0)
    await tell(
      store,
      [
        {
          personId,
          trigger: 'LIMIT',
          ref: `${_id}_${deadline}_${due.days}`,
          text: noticeTexts.LIMIT({ date: dayWords(deadline), days }),
          page: limitationPage(_id),
          until: instant(deadline, '23:59'),
        },
      ],
      now,
    )
  const until = nextReminderAt(deadline, now)
  return until === undefined ? 'DONE' : { until }
}
