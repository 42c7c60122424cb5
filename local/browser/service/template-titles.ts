/** The subscription templates as the union has them in WeChat's console, by the id that the local cloud knows them by. */
const titles: Record<string, string> = {
  T_SIGNUP: '报名结果',
  T_WAIT: '候补通知',
  T_REMIND: '活动提醒',
  T_CHANGE: '活动变更',
  T_APPT: '预约通知',
  T_TODO: '待办提醒',
  T_LIMIT: '时效提醒',
  T_CASE: '案件进展',
  T_CLAIM: '优惠到期',
  T_JOIN: '入会进度',
  T_TICKET: '诉求进度',
  T_HELP: '帮扶进度',
}

export const templateTitle = (id: string) => titles[id] ?? id
