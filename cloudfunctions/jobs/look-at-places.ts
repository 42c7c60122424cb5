import { expireOffer } from '../activity/queue/expire-offer'
import { healPlace } from '../activity/holding/heal-place'
import { lookAtSlot } from '../legal/booking/look-at-slot'
import { atOnce } from '../_kit/at-once'
import { isolate } from '../_kit/isolate'
import { logFailure } from '../_kit/log'
import type { Tick } from '../_kit/serve-timer'
import { waitSince } from '../_kit/setback'
import type { Store } from '../_kit/store'
import type { Place, PlaceStep } from '../../typings/documents'
import { remindOfDay, remindOfHours } from './remind'
import { tellOffered } from './tell-offered'
import { tellSigned } from './tell-signed'

const MOST_PLACES = 500
const MOST_AT_ONCE = 5

type Step = Exclude<PlaceStep, ''>
/** What is done with all places of one step at once. Afterwards their due lies ahead, or is 0. */
const together: Partial<Record<Step, (tick: Tick, places: readonly Place[]) => Promise<void>>> = {
  SIGNED: tellSigned,
  OFFERED: tellOffered,
  REMIND_DAY: remindOfDay,
  REMIND_SOON: remindOfHours,
}
/** The same with each place alone. */
const alone: Partial<Record<Step, (store: Store, place: Place, now: number) => Promise<void>>> = {
  EXPIRE: expireOffer,
  HEAL: healPlace,
  BOOKED: lookAtSlot,
}

/** True when more may be due. */
export async function lookAtPlaces(tick: Tick): Promise<boolean> {
  const { store, now } = tick
  const due = await store.find('places', {
    where: { due: { $gt: 0, $lte: now } },
    orderBy: { due: 1 },
    limit: MOST_PLACES,
  })
  const failed = (place: Place, error: unknown) => setBack(tick, place, error)
  for (const [step, work] of Object.entries(together)) {
    const places = due.filter(place => place.step === step)
    await isolate(places, some => work(tick, some), failed)
  }
  for (const [step, work] of Object.entries(alone)) {
    const places = due.filter(place => place.step === step)
    await atOnce(MOST_AT_ONCE, places, place => isolate([place], () => work(store, place, now), failed))
  }
  return due.length === MOST_PLACES
}

/** The longer it has been failing, the later it is tried again; the others are not kept waiting. */
async function setBack({ store, now }: Tick, place: Place, error: unknown): Promise<void> {
  logFailure('jobs', `${place.step} ${place._id}`, error)
  const { _id, rid, step, due, at, offerUntil } = place
  const since = step === 'EXPIRE' ? offerUntil : at
  await store.change('places', { _id, rid, step, due }, { due: now + waitSince(since || now, now) })
}
