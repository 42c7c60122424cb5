import type { Boot, Me } from '../../../typings/api/account'
import type { Role } from '../../../typings/documents'
import type { MyActivity } from '../../../typings/api/activity'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { employmentLabels, roleLabels } from '../../shared/labels'
import { dayOf } from '../../shared/time'
import { workbenches, type Workbench } from '../../shared/workbench'

export interface ReadyView {
  kind: 'ready'
  strip: string
  card: 'guest' | 'worker' | 'member'
  name: string
  /** Under the name: the union of a member, the phone of a worker. */
  line: string
  /** 2024 000318, or the form of employment. */
  foot: string
  notice: string
  /** 3 条未读; '' when everything is read. */
  unread: string
  /** Beside 我的日程. */
  next: string
  /** Of the role the person works in, if any. */
  work?: Workbench
  /** The roles to switch between: none for who has one or none. */
  roles: { key: Role; label: string }[]
  role: string
  roleLabel: string
  /** The way to the first administrator is open. */
  needsAdmin: boolean
}

export type MineView = { kind: 'loading' } | ReadyView | FailedView

/** 2024000318 → 2024 000318. */
const grouped = (memberNo: string): string => memberNo.replace(/^(\d{4})(\d+)$/, '$1 $2')

function cardOf(me: Me | undefined): Pick<ReadyView, 'card' | 'name' | 'line' | 'foot'> {
  if (!me) return { card: 'guest', name: '', line: '', foot: '' }
  if (me.status === 'MEMBER')
    return { card: 'member', name: me.name, line: me.orgName ?? '', foot: grouped(me.memberNo ?? '') }
  return { card: 'worker', name: me.name, line: me.phone, foot: employmentLabels[me.employment] }
}

export interface MineModel {
  boot: Boot
  mine: MyActivity[]
  /** In which the person works on this phone. */
  role?: Role
  copyAt?: number
  now: number
}

export function mineView({ boot, mine, role, copyAt, now }: MineModel): ReadyView {
  const { me, unread } = boot
  const suspended = me?.suspendedUntil ?? 0
  const next = mine.find(one => one.state === 'SIGNED' && one.endAt > now)
  const held = [...new Set(boot.roles.map(one => one.role))]
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    ...cardOf(me),
    notice: suspended > now ? `因多次未到场，限额活动报名暂停至${dayOf(suspended)}，其他服务不受影响。` : '',
    unread: unread > 0 ? `${unread} 条未读` : '',
    next: next ? `下一项 ${dayOf(next.startAt)}` : '',
    work: role && workbenches[role],
    roles: held.length > 1 ? held.map(key => ({ key, label: roleLabels[key] })) : [],
    role: role ?? '',
    roleLabel: role ? roleLabels[role] : '',
    needsAdmin: boot.needsAdmin,
  }
}
