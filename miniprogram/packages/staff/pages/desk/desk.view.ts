import type { RoleHeld } from '../../../../../typings/api/account'
import type { Desk, DeskTodo, TodoKind } from '../../../../../typings/api/insight'
import type { Cap, Role } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { roleLabels } from '../../../../shared/labels'
import { clock, dateTime, daysAhead, range } from '../../../../shared/time'

export interface TodoView {
  kind: TodoKind
  icon: string
  tone: '' | 'amber' | 'late'
  title: string
  line: string
  count: number
  url: string
}

export interface TodayView {
  sessionId: string
  title: string
  when: string
  count: string
  label: string
}

export interface Shortcut {
  key: string
  label: string
  icon: string
  url: string
}

export interface ReadyView {
  kind: 'ready'
  strip: string
  orgName: string
  name: string
  /** More than one role is held: they can be switched. */
  several: boolean
  todos: TodoView[]
  today: TodayView[]
  shortcuts: Shortcut[]
}

export type DeskView = { kind: 'loading' } | ReadyView | FailedView

const STAFF = '/packages/staff/pages'
const list = (state: string): string => `${STAFF}/activities/activities?state=${state}`

interface TodoSpec {
  title: string
  icon: string
  tone: TodoView['tone']
  url: string
  /** What `at` says of the first one. */
  at: (at: number) => string
}

const specs: Record<TodoKind, TodoSpec> = {
  PENDING: {
    title: '签到待核验',
    icon: 'user-checked',
    tone: 'amber',
    url: `${STAFF}/rollcall/rollcall`,
    at: () => '',
  },
  UNFINISHED: {
    title: '待结束签到',
    icon: 'time',
    tone: 'amber',
    url: list('OVER'),
    at: at => `${dateTime(at)} 已到时间`,
  },
  LEGAL: {
    title: '法律预约待协调',
    icon: 'cooperate',
    tone: 'amber',
    url: `${STAFF}/legal/legal`,
    at: at => `${dateTime(at)} 开始`,
  },
  APPROVAL: {
    title: '待我审批',
    icon: 'secured',
    tone: '',
    url: `${STAFF}/approvals/approvals`,
    at: at => `${dateTime(at)} 提交`,
  },
  GRANT: {
    title: '授权待确认',
    icon: 'user-list',
    tone: '',
    url: '/packages/admin/pages/roles/roles',
    at: () => '',
  },
  RETURNED: {
    title: '被退回的活动',
    icon: 'rollback',
    tone: 'amber',
    url: list('DRAFT'),
    at: () => '',
  },
  REVIEWING: {
    title: '等同事复核',
    icon: 'hourglass',
    tone: '',
    url: list('REVIEWING'),
    at: at => `${dateTime(at)} 提交`,
  },
  DRAFT: {
    title: '活动草稿',
    icon: 'edit-1',
    tone: '',
    url: list('DRAFT'),
    at: at => `${dateTime(at)} 保存`,
  },
}

function todoView({ kind, count, line, at }: DeskTodo): TodoView {
  const { title, icon, tone, url, at: words } = specs[kind]
  return { kind, icon, tone, title, line: [line, words(at)].filter(Boolean).join('，'), count, url }
}

function todayView(one: Desk['today'][number], now: number): TodayView {
  const { sessionId, title, startAt, endAt, held, attended } = one
  const begun = startAt <= now
  const when = begun ? `进行中，到 ${clock(endAt)}` : `${daysAhead(startAt, now)} ${range(startAt, endAt)}`
  const count = `${attended} / ${held}`
  return { sessionId, title, when, count, label: `${title}，${when}，已签到 ${count}，现场签到` }
}

const shortcuts: (Shortcut & { caps: Cap[] })[] = [
  { key: 'new', label: '新建活动', icon: 'add', url: `${STAFF}/activity-edit/activity-edit`, caps: ['EDIT'] },
  { key: 'roll', label: '现场签到', icon: 'scan', url: `${STAFF}/rollcall/rollcall`, caps: ['ROLL'] },
  {
    key: 'list',
    label: '活动管理',
    icon: 'assignment',
    url: `${STAFF}/activities/activities`,
    caps: ['EDIT', 'ROLL'],
  },
  {
    key: 'approvals',
    label: '审批',
    icon: 'secured',
    url: `${STAFF}/approvals/approvals`,
    caps: ['APPROVE', 'EDIT'],
  },
  { key: 'legal', label: '法律协调', icon: 'cooperate', url: `${STAFF}/legal/legal`, caps: ['CASE'] },
  { key: 'poster', label: '海报', icon: 'qrcode', url: list('LIVE'), caps: ['EDIT'] },
]

const capsOf = (roles: readonly RoleHeld[]): Cap[] =>
  roles.filter(({ role }) => role === 'STAFF').flatMap(({ caps }) => caps)

export interface DeskModel {
  desk: Desk
  roles: readonly RoleHeld[]
  copyAt?: number
  now: number
}

export function deskView({ desk, roles, copyAt, now }: DeskModel): ReadyView {
  const caps = capsOf(roles)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    orgName: desk.orgName,
    name: desk.name,
    several: new Set(roles.map(({ role }) => role)).size > 1,
    todos: desk.todos.map(todoView),
    today: desk.today.map(one => todayView(one, now)),
    shortcuts: shortcuts.filter(one => one.caps.some(cap => caps.includes(cap))),
  }
}

/** A line for each role, for the sheet in which they are switched. */
export function roleOptions(roles: readonly RoleHeld[]): { key: Role; label: string }[] {
  const kinds = [...new Set(roles.map(({ role }) => role))]
  return kinds.map(role => {
    const where = roles.filter(one => one.role === role).map(({ orgName }) => orgName)
    return { key: role, label: `${roleLabels[role]}　${[...new Set(where)].join('、')}` }
  })
}
