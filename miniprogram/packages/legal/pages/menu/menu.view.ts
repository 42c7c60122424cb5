import type { LegalMenu } from '../../../../../typings/api/legal'
import type { LegalMode } from '../../../../../typings/documents'
import type { FailedView } from '../../../../components/failure-card/failed'
import { stripWords } from '../../../../components/offline-strip/strip'
import { modeLabels } from '../../../../shared/labels'
import { appointmentLine, type AppointmentLine } from '../../appointment-words'

export interface ReadyView {
  kind: 'ready'
  strip: string
  next: AppointmentLine | undefined
  /** Nothing can be booked: none of the rest is shown. */
  closed: boolean
  services: { serviceId: string; name: string; intro: string }[]
  /** 近14天有空档：电话、图文 */
  free: string
  lawyers: { lawyerId: string; name: string; firm: string; modes: string }[]
}

export type MenuView = { kind: 'loading' } | ReadyView | FailedView

const MODES: readonly LegalMode[] = ['PHONE', 'SITE', 'TEXT']

export function menuView(menu: LegalMenu, copyAt: number | undefined, now: number): ReadyView {
  const open = menu.services.filter(service => service.open).sort((a, b) => a.order - b.order)
  return {
    kind: 'ready',
    strip: stripWords(copyAt),
    // a copy may name one that is over
    next: menu.next && menu.next.endAt > now ? appointmentLine(menu.next, now) : undefined,
    closed: open.length === 0 || menu.lawyers.length === 0,
    services: open.map(({ serviceId, name, intro }) => ({ serviceId, name, intro })),
    free: copyAt === undefined ? freeWords(menu.free) : '空档需联网查看',
    lawyers: menu.lawyers.map(({ lawyerId, name, firm, modes }) => ({
      ...{ lawyerId, name, firm },
      modes: modes.map(mode => modeLabels[mode]).join('、'),
    })),
  }
}

function freeWords(free: LegalMenu['free']): string {
  const ways = MODES.filter(mode => free[mode]).map(mode => modeLabels[mode])
  return ways.length === 0 ? '近14天暂无空档' : `近14天有空档：${ways.join('、')}`
}
