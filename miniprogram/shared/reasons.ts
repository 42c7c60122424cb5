/** Why somebody is not eligible, beside `NOT_ELIGIBLE`. */
export const reasons = {
  MEMBERS_ONLY: '本活动面向工会会员。',
  EMPLOYMENT: '本活动面向特定用工形式的职工。',
  SEGMENT: '剩余名额留给特定用工形式的职工。',
  OPEN_TO_ALL: '本活动无需报名，可直接到场参加。',
  LEGAL_NO_SHOW: '您近期两次预约未到，可以选择图文咨询，或拨打 12351 由工作人员安排。',
} as const
