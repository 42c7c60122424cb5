import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { ticketPage } from '../_kit/links'
import { mendEntriesOf } from '../activity/queue/mend-entries'
import { tell } from '../_kit/notices'
import type { Tick } from '../_kit/serve-timer'
import type { Place } from '../../typings/documents'
import { moveOn, NOTHING } from './move-on'
import { nextReminder } from '../activity/holding/reminder'
import { sessionsOf } from './sessions-of'

/** Tells who has just taken a place; then waits for the first reminder. */
export async function tellSigned(tick: Tick, places: readonly Place[]): Promise<void> {
  const sessions = await sessionsOf(
    tick.store,
    places.map(({ pool }) => pool),
  )
  const told = places.flatMap(({ holder, rid, no, pool }) => {
    const known = sessions.get(pool)
    if (!known?.on) return []
    const text = noticeTexts.SIGNED({ ...known.words, no })
    const { startAt } = known.session
    return [
      {
        personId: holder,
        trigger: 'SIGNED' as const,
        ref: rid,
        text,
        page: ticketPage(pool),
        until: startAt,
      },
    ]
  })
  await tell(tick.store, told, tick.now)
  await mendEntriesOf(tick.store, places, tick.now)
  await moveOn(tick, 'SIGNED', places, ({ pool, at }) => {
    const known = sessions.get(pool)
    return known?.on ? nextReminder(known.session.startAt, at) : NOTHING
  })
}
