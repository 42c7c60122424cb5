/** What a person is told and why (PRODUCT 8). `fields` are the values of the subscription template, at most 20 characters each. */
export interface NoticeText {
  title: string
  body: string
  /** '' has no subscription message. */
  template: '' | 'T_SIGNUP' | 'T_WAIT' | 'T_REMIND' | 'T_CHANGE' | 'T_TODO' | 'T_APPT' | 'T_LIMIT'
  fields: Record<string, string>
}

/** A session as its notices name it; `when` and `until` are printed times. */
export interface SessionWords {
  activity: string
  when: string
  spot: string
}

const SHORT = 20

const short = (text: string): string =>
  [...text].length <= SHORT ? text : `${[...text].slice(0, SHORT - 1).join('')}…`

function text(
  template: NoticeText['template'],
  title: string,
  body: string,
  fields: Record<string, string> = {},
): NoticeText {
  const cut = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, short(value)]))
  return { template, title, body, fields: cut }
}

const about = ({ activity, when, spot }: SessionWords) => ({ thing1: activity, time2: when, thing3: spot })

/** An appointment as its notices name it; `when` is a printed time. */
export interface AppointmentWords {
  when: string
  mode: string
  lawyer: string
}

const appointment = ({ when, mode, lawyer }: AppointmentWords, state: string) => ({
  thing1: `法律咨询（${mode}）`,
  time2: when,
  thing3: lawyer,
  thing4: state,
})

/** Keys are `Trigger` of typings/documents.ts. */
export const noticeTexts = {
  SIGNED: (of: SessionWords & { no: number }) =>
    text('T_SIGNUP', '报名成功', `您已成功报名“${of.activity}”，第${of.no}号，${of.when}，${of.spot}。`, {
      ...about(of),
      thing4: `第${of.no}号`,
    }),
  OFFERED: (of: SessionWords & { until: string }) =>
    text('T_WAIT', '有名额了', `有名额了！请在${of.until}前确认参加“${of.activity}”，逾期将顺延下一位。`, {
      ...about(of),
      thing4: `请在${of.until}前确认`,
    }),
  OFFER_EXPIRED: (of: SessionWords) =>
    text('', '候补名额已顺延', `您未在规定时间内确认“${of.activity}”，名额已顺延，欢迎参加其他活动。`),
  REMIND_DAY: (of: SessionWords) =>
    text(
      'T_REMIND',
      '活动提醒',
      `“${of.activity}”将于${of.when}在${of.spot}开始，请带手机出示签到码。`,
      about(of),
    ),
  REMIND_SOON: (of: SessionWords) =>
    text(
      'T_REMIND',
      '活动快开始了',
      `“${of.activity}”将于${of.when}在${of.spot}开始，请带手机出示签到码。`,
      about(of),
    ),
  CHANGED: (of: SessionWords & { change: string }) =>
    text('T_CHANGE', '活动有变动', `“${of.activity}”有变动：${of.change}。如不便参加可免责取消。`, {
      ...about(of),
      thing4: of.change,
    }),
  CALLED_OFF: (of: SessionWords & { reason: string }) =>
    text(
      'T_CHANGE',
      '活动已取消',
      `“${of.activity}”（${of.when}）已取消：${of.reason}。不记分，欢迎参加其他活动。`,
      {
        ...about(of),
        thing4: '活动已取消',
      },
    ),
  POINTS: (of: { activity: string; points: number; limit: number; windowDays: number; banDays: number }) =>
    text(
      '',
      '未到场记分',
      `您未参加“${of.activity}”，记${of.points}分；${of.windowDays}天满${of.limit}分将暂停限额活动报名${of.banDays}天，可申诉。`,
    ),
  WAIVED: (of: { activity: string; reason: string }) =>
    text('', '记分已减免', `您在“${of.activity}”的记分已减免：${of.reason}。`),
  APPROVAL_WAITING: (of: { title: string; amount: string; org: string }) =>
    text('T_TODO', '有事项待审批', `审批提醒：“${of.title}”（${of.org}）待您复核，金额${of.amount}元。`, {
      thing1: of.title,
      thing2: '待审批',
      thing3: `${of.amount}元`,
    }),
  APPROVAL_DONE: (of: { title: string; amount: string; agreed: boolean; reason: string }) =>
    text(
      'T_TODO',
      of.agreed ? '审批已同意' : '审批已退回',
      `审批提醒：“${of.title}”${of.agreed ? '已同意' : `已退回：${of.reason}`}，金额${of.amount}元。`,
      { thing1: of.title, thing2: of.agreed ? '已同意' : '已退回', thing3: `${of.amount}元` },
    ),
  GRANT: (of: { change: string }) =>
    text('', '账号通知', `账号通知：${of.change}。如非本人操作请立即联系区总工会。`),
  APPT_BOOKED: (of: AppointmentWords) =>
    text(
      'T_APPT',
      '咨询预约成功',
      `咨询预约成功：${of.when}，${of.mode}，${of.lawyer}。`,
      appointment(of, '预约成功'),
    ),
  APPT_MOVED: (of: AppointmentWords & { reason: string }) =>
    text(
      'T_APPT',
      '咨询预约已改期',
      `咨询预约已改为：${of.when}，${of.mode}，${of.lawyer}。${of.reason}`,
      appointment(of, '已改期'),
    ),
  APPT_CANCELLED: (of: AppointmentWords & { reason: string }) =>
    text(
      'T_APPT',
      '咨询预约已取消',
      `咨询预约已取消：${of.when}，${of.mode}，${of.lawyer}。${of.reason}`,
      appointment(of, '已取消'),
    ),
  APPT_DAY: (of: AppointmentWords) =>
    text(
      'T_APPT',
      '咨询提醒',
      `您的法律咨询将于${of.when}开始（${of.mode}）。`,
      appointment(of, '请准时参加'),
    ),
  APPT_SOON: (of: AppointmentWords) =>
    text(
      'T_APPT',
      '咨询快开始了',
      `您的法律咨询将于${of.when}开始（${of.mode}）。`,
      appointment(of, '快开始了'),
    ),
  APPT_TODO: (of: { what: string; count: number; until: string }) =>
    text('T_TODO', of.what, `有${of.count}项待办将于${of.until}到期，请及时处理：${of.what}。`, {
      thing1: of.what,
      thing2: '待处理',
      thing3: `${of.until}前`,
    }),
  APPT_RECORD: (of: AppointmentWords) =>
    text('T_APPT', '咨询记录已填写', '律师已填写咨询记录，点击查看并评价。', appointment(of, '记录已填写')),
  APPT_STAFF: (of: { what: string; when: string }) =>
    text('T_TODO', '法律预约待协调', `${of.when}的法律咨询${of.what}，请改派律师。`, {
      thing1: '法律咨询待协调',
      thing2: of.what,
      thing3: of.when,
    }),
  SWAP: (of: { what: string }) =>
    text('T_TODO', '换班', of.what, { thing1: '换班', thing2: of.what, thing3: '请查看' }),
  LIMIT: (of: { date: string; days: number }) =>
    text(
      'T_LIMIT',
      '仲裁时效提醒',
      `距仲裁时效提醒日${of.date}还有${of.days}天。仅作提醒，不替代法律意见。`,
      {
        date1: of.date,
        thing2: `还有${of.days}天`,
        thing3: '仅作提醒',
      },
    ),
} as const

/** Why nobody decides on a proposal any more, as APPROVAL_DONE tells it. */
export const approvalReasons = { FINISHED: '活动已经结束', CALLED_OFF: '活动已经取消' } as const

/** What changed of an activity, as CHANGED tells it. */
export const changeTexts = {
  title: (title: string) => `名称改为“${title}”`,
  time: (when: string) => `时间改为${when}`,
  spot: (spot: string) => `地点改为${spot}`,
} as const
