import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { fullTime } from '../../../miniprogram/shared/time'
import { detailPage } from '../../_kit/links'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'
import type { Line } from './line'
import { loadLine } from './line'
import { pass } from './pass'
import { closeEntry, entriesOf, entryOfOffer } from './wait-entry'

/**
 * Ends an offer whose time is up, tells its holder, and passes the place on. Accepting and this compare the same
 * `offerUntil`: one of them wins. Cut off anywhere, the place is still due and this goes on.
 */
export async function expireOffer(store: Store, place: Place, now: number): Promise<void> {
  const { _id, holder, rid, state, offerUntil } = place
  if (state !== 'OFFERED' || now < offerUntil) return
  const standing = { _id, holder, rid, state, offerUntil }
  if (offerUntil !== 0 && !(await store.change('places', standing, { offerUntil: 0 }))) return
  const line = await loadLine(store, place, now)
  const entry = entryOfOffer(await entriesOf(store, place.pool, holder), place)
  const closed = entry && (await closeEntry(store, entry, 'EXPIRED', now, rid))
  if (closed || entry?.state === 'EXPIRED') await tellExpired(store, line, place)
  await pass(store, line, { ...place, offerUntil: 0 })
}

async function tellExpired(store: Store, { session, activity, now }: Line, place: Place): Promise<void> {
  const { title, _id } = activity
  const text = noticeTexts.OFFER_EXPIRED({
    activity: title,
    when: fullTime(session.startAt),
    spot: session.spot.name,
  })
  const { holder: personId, rid: ref } = place
  await tell(store, [{ personId, trigger: 'OFFER_EXPIRED', ref, text, page: detailPage(_id) }], now)
}
