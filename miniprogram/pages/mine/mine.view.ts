import type { Boot, Me } from '../../../typings/api/account'
import type { MyActivity } from '../../../typings/api/activity'
import type { FailedView } from '../../components/failure-card/failed'
import { stripWords } from '../../components/offline-strip/strip'
import { employmentLabels } from '../../shared/labels'
import { dayOf } from '../../shared/time'

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
  /** Beside 我的活动. */
  next: string
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

export function mineView(
  { me }: Boot,
  mine: MyActivity[],
  copyAt: number | undefined,
  now: number,
): ReadyView {
  const suspended = me?.suspendedUntil ?? 0
  const next = mine.find(one => one.state === 'SIGNED' && one.endAt > now)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    ...cardOf(me),
    notice: suspended > now ? `因多次未到场，限额活动报名暂停至${dayOf(suspended)}，其他服务不受影响。` : '',
    next: next ? `下一项 ${dayOf(next.startAt)}` : '',
  }
}
