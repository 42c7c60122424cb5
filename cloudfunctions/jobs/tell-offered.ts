import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { dateTime } from '../../miniprogram/shared/time'
import { queuePage } from '../_kit/links'
import { mendEntriesOf } from '../activity/queue/mend-entries'
import { tell } from '../_kit/notices'
import type { Tick } from '../_kit/serve-timer'
import type { Place } from '../../typings/documents'
import { moveOn } from './move-on'
import { sessionsOf } from './sessions-of'

/** Tells the head of a queue that a place is theirs to accept; then waits until the offer is over. */
export async function tellOffered(tick: Tick, places: readonly Place[]): Promise<void> {
  const sessions = await sessionsOf(
    tick.store,
    places.map(({ pool }) => pool),
  )
  const told = places.flatMap(({ holder, rid, pool, offerUntil }) => {
    const known = sessions.get(pool)
    if (!known?.on || offerUntil <= tick.now) return []
    const text = noticeTexts.OFFERED({ ...known.words, until: dateTime(offerUntil) })
    const about = { trigger: 'OFFERED' as const, ref: rid, text, page: queuePage(pool), until: offerUntil }
    return [{ personId: holder, ...about }]
  })
  await tell(tick.store, told, tick.now)
  await mendEntriesOf(tick.store, places, tick.now)
  await moveOn(tick, 'OFFERED', places, ({ offerUntil }) => ({ step: 'EXPIRE', due: offerUntil }))
}
