import type { VenueKey } from '../../../../../typings/api/activity'
import type { FailedView } from '../../../../components/failure-card/failed'
import { clock } from '../../../../shared/time'

export interface ReadyView {
  kind: 'ready'
  title: string
  when: string
  attended: number
  held: number
  /** Why no code is shown; '' while there is one. */
  shut: string
}

export type VenueView = { kind: 'loading' } | ReadyView | FailedView

/** `now` is the server's time as this phone knows it. */
export function venueView({ session, attended, held }: VenueKey, now: number): ReadyView {
  const early = now < session.from ? `${clock(session.from)} 开始签到` : ''
  return {
    kind: 'ready',
    title: session.title,
    when: `${clock(session.startAt)}–${clock(session.endAt)}　${session.spot}`,
    attended,
    held,
    shut: now > session.to ? '签到已结束' : early,
  }
}
