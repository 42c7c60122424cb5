import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { mendEntry } from '../activity/queue/mend-entry'
import { lapseTime } from '../activity/manage/session-tasks'
import { closeEntry, LIVE } from '../activity/queue/wait-entry'
import { atOnce } from '../_kit/at-once'
import { detailPage } from '../_kit/links'
import { tell } from '../_kit/notices'
import { nobody } from '../_kit/places/place'
import { handPlace } from '../_kit/places/places'
import type { Tick } from '../_kit/serve-timer'
import type { Wait } from '../../typings/documents'
import type { Known } from './sessions-of'
import { sessionOf } from './sessions-of'
import type { TaskHandler } from './task'

const PAGE = 200
const MOST_AT_ONCE = 10

/** The session begins: nothing is offered any more, and nobody waits. */
export const lapse: TaskHandler = async (tick, { refId: pool }) => {
  const { store, now } = tick
  const known = await sessionOf(store, pool)
  if (!known) return 'DONE'
  if (known.on && now < lapseTime(known.session)) return { until: lapseTime(known.session) }
  const offered = await store.find('places', { where: { pool, state: 'OFFERED' }, limit: PAGE })
  await atOnce(MOST_AT_ONCE, offered, async place => void (await handPlace(store, place, nobody(place))))
  const waits = await store.find('waits', {
    where: { sessionId: pool, state: { $in: LIVE } },
    orderBy: { n: 1 },
    limit: PAGE,
  })
  await endEntries(tick, known, waits)
  const last = waits.at(-1)
  if (last && waits.length === PAGE) return { cursor: last._id }
  return offered.length < PAGE ? 'DONE' : { cursor: offered.at(-1)?._id ?? '' }
}

async function endEntries({ store, now }: Tick, known: Known, waits: readonly Wait[]): Promise<void> {
  if (waits.length === 0) return
  const { _id: pool } = known.session
  const holder = { $in: waits.map(({ personId }) => personId) }
  const own = await store.find('places', { where: { pool, holder, state: 'HELD' }, limit: waits.length })
  const placeOf = new Map(own.map(place => [place.holder, place]))
  const missed = waits.filter(({ personId, state }) => state === 'OFFERED' && !placeOf.has(personId))
  const told = missed.map(({ personId, rid: ref }) => ({
    personId,
    trigger: 'OFFER_EXPIRED' as const,
    ref,
    text: noticeTexts.OFFER_EXPIRED(known.words),
    page: detailPage(known.activity._id),
  }))
  if (known.on) await tell(store, told, now)
  await atOnce(MOST_AT_ONCE, waits, async wait => {
    const place = placeOf.get(wait.personId)
    // accepted by a write that was cut off before it said so
    if (place) await mendEntry(store, wait, place, now)
    else await closeEntry(store, wait, 'LAPSED', now)
  })
}
