import type { AppointmentView } from '../../../../../typings/api/legal'
import type { LegalMode } from '../../../../../typings/documents'
import { dateTime } from '../../../../shared/time'

type Of = Pick<AppointmentView, 'state' | 'mode' | 'startAt' | 'endAt' | 'answerBy' | 'reason'>

const BEFORE: Record<LegalMode, string> = {
  PHONE: '到时律师拨打您登记的手机号，请保持畅通。',
  SITE: '请按时到场，带好材料原件。',
  TEXT: '律师在约定时间看您写的情况，把答复写进咨询记录，不打电话。',
}
const CALL = '有急事请拨打 12351。'

/** What happens next, and what the person does about it. */
export function nextWords(of: Of, now: number): string[] {
  const { state, mode, startAt, endAt, answerBy, reason } = of
  switch (state) {
    case 'BOOKED':
      if (now >= endAt) return [`律师填好咨询记录后会通知您。${CALL}`]
      return [
        BEFORE[mode],
        ...(now < startAt
          ? [`律师正在核对有没有利益冲突，最晚 ${dateTime(answerBy)} 前确认；确认前看不到您写的情况。`]
          : []),
      ]
    case 'CLEARED':
      if (now >= endAt) return [`律师填好咨询记录后会通知您。${CALL}`]
      return ['律师已确认没有利益冲突，可以看到您写的情况。', BEFORE[mode]]
    case 'CONSULTING':
      return ['咨询记录填好后会通知您。']
    case 'DONE':
      return ['咨询记录在下面。请为这次咨询打分，帮助我们做得更好。']
    case 'RATED':
      return ['谢谢您的评价。']
    case 'CONFLICTED':
    case 'ESCALATED':
      return ['工作人员正在为您安排其他律师，您不用操作。时间有变动会通知您，一天内安排不了会取消并说明。']
    case 'CANCELLED':
      return [reason === '' ? '这次预约已取消，时段已让给其他职工。' : `取消原因：${reason}`]
    case 'NO_SHOW':
      return ['律师按时联系，没有等到您。90 天内两次未到，电话和到场咨询需由工作人员安排，图文咨询不受影响。']
  }
}
