import type { Trigger } from '../../../typings/documents'
import type { InboxItem } from '../../../typings/api/account'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { clock, DAY, dayOf, localDate } from '../../shared/time'

export interface NoticeLine {
  noticeId: string
  icon: string
  title: string
  body: string
  page: string
  /** 09:58 of today, 昨天, 9月14日. */
  at: string
  read: boolean
  label: string
}

export interface NoticeGroup {
  title: string
  lines: NoticeLine[]
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  /** 今天 and 更早, those that have something. */
  groups: NoticeGroup[]
  /** Something is unread, so that 全部已读 is of use. */
  unread: boolean
  /** Words below the last one. */
  end: string
}

export type InboxView = { kind: 'loading' } | { kind: 'empty' } | ReadyView | FailedView

function atWords(at: number, now: number): string {
  if (localDate(at) === localDate(now)) return clock(at)
  return localDate(at) === localDate(now - DAY) ? '昨天' : dayOf(at)
}

const icons: Record<Trigger, string> = {
  SIGNED: 'check-circle',
  OFFERED: 'time',
  OFFER_EXPIRED: 'hourglass',
  REMIND_DAY: 'calendar',
  REMIND_SOON: 'notification',
  CHANGED: 'edit-1',
  CALLED_OFF: 'stop-circle',
  POINTS: 'error-circle',
  WAIVED: 'rollback',
  APPROVAL_WAITING: 'assignment',
  APPROVAL_DONE: 'assignment',
  GRANT: 'user-setting',
  APPT_BOOKED: 'check-circle',
  APPT_MOVED: 'edit-1',
  APPT_CANCELLED: 'stop-circle',
  APPT_DAY: 'calendar',
  APPT_SOON: 'notification',
  APPT_TODO: 'assignment',
  APPT_RECORD: 'file',
  APPT_STAFF: 'assignment',
  SWAP: 'user-transmit',
  LIMIT: 'time',
}

function line({ noticeId, trigger, title, body, page, at, read }: InboxItem, now: number): NoticeLine {
  const when = atWords(at, now)
  const label = `${read ? '' : '未读，'}${title}，${when}，${body}`
  return { noticeId, icon: icons[trigger], title, body, page, at: when, read, label }
}

export function inboxView(
  { items, next, copyAt }: { items: InboxItem[]; next?: string; copyAt?: number },
  now: number,
): { kind: 'empty' } | ReadyView {
  if (items.length === 0) return { kind: 'empty' }
  const isToday = ({ at }: InboxItem) => localDate(at) === localDate(now)
  const lines = (some: InboxItem[]) => some.map(item => line(item, now))
  const groups = [
    { title: '今天', lines: lines(items.filter(isToday)) },
    { title: '更早', lines: lines(items.filter(item => !isToday(item))) },
  ]
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    groups: groups.filter(group => group.lines.length > 0),
    unread: items.some(({ read }) => !read),
    end: next ? '正在加载更多' : '没有更多了',
  }
}
