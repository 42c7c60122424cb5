/** Every error code the product knows, with the one sentence a person reads. Codes are stable and never reused. */
export const messages = {
  INVALID_INPUT: '填写内容有误，请检查后再试。',
  NOT_FOUND: '内容不存在或已下架。',
  NO_PERMISSION: '您暂无权限进行此操作。',
  NEED_REGISTER: '请先完善信息。',
  NEED_CONSENT: '需要您同意相关授权后才能继续。',
  CONSENT_STALE: '协议已更新，请阅读新版本。',
  CONFLICT_RETRY: '当前人数较多，请再试一次。',
  INTERNAL: '系统开小差了，请稍后再试。',
  CONTENT_RISKY: '内容含有不适宜信息，请修改。',
  PHONE_FAILED: '手机号获取失败，请重试。',
  QR_INVALID: '二维码无效或已失效。',
  NOT_OPEN: '还未到开始时间。',
  CLOSED: '报名或申请已截止。',
  NOT_ELIGIBLE: '您不符合参加条件。',
  FULL: '名额已满，有人取消时会再放出。',
  TIME_CLASH: '与您已有的安排时间冲突。',
  QUOTA_DAY: '当日报名次数已用完。',
  SUSPENDED_NOSHOW: '因多次未到场，限额活动报名已暂停。',
  DRAW_ONLY: '本活动采用抽签，请参加抽签。',
  RULES_CHANGED: '规则已更新，请重新阅读确认。',
  STARTED: '已经开始，不能取消。',
  NO_PLACE: '未找到您的报名。',
  /** The phone has no network; never sent by a function. */
  OFFLINE: '当前无网络，请联网后再试。',
  /** The network is there and the answer is not; never sent by a function. */
  UNREACHABLE: '网络不稳定，请再试一次。',
} as const

export type ErrorCode = keyof typeof messages
