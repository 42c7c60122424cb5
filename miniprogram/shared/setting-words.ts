/** What an administrator may set, by the keys of cloudfunctions/_kit/settings.ts. */
export const settingWords = {
  'activity.cancelBeforeMin': { label: '免费取消截止（开始前）', unit: '分钟' },
  'activity.dayLimit': { label: '每人每天可报名场次', unit: '场' },
  'wait.offerMin': { label: '候补确认时限', unit: '分钟' },
  'wait.nearMin': { label: '候补确认时限（前24小时）', unit: '分钟' },
  'wait.stopMin': { label: '停止候补递补（开始前）', unit: '分钟' },
  'strike.limit': { label: '暂停报名所需分数', unit: '分' },
  'strike.windowDays': { label: '计分周期', unit: '天' },
  'strike.banDays': { label: '暂停报名时长', unit: '天' },
  'code.windowSec': { label: '签到码更换间隔', unit: '秒' },
  'sync.lateHours': { label: '离线签到同步期限', unit: '小时' },
  'legal.monthLimit': { label: '每人每月可预约咨询', unit: '次' },
  'legal.answerHours': { label: '律师确认利益冲突时限', unit: '小时' },
  'legal.recordHours': { label: '咨询记录填写时限', unit: '小时' },
} as const
