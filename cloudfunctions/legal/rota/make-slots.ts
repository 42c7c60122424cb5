import { atOnce } from '../../_kit/at-once'
import { readCalendar } from '../../_kit/calendar'
import { fullness } from '../../_kit/places/fullness'
import { blocked, nobody } from '../../_kit/places/place'
import type { Store } from '../../_kit/store'
import { DAY, dayStart } from '../../../miniprogram/shared/time'
import type { Place } from '../../../typings/documents'
import { lawyerPlaces } from './lawyer-places'
import type { SlotPlan } from './plan-slots'
import { planSlots } from './plan-slots'
import { rotaId } from './rota-document'
import type { Hours } from './rule-slots'
import { wantedSlots } from './wanted-slots'

const DAYS_AHEAD = 28
const MOST_AT_ONCE = 10
/** The rota may be changed meanwhile, not for ever; then the task SLOTS makes them. */
const TURNS = 5

/** Slots are made from this moment to the end of the 28th day from today. */
export const slotRange = (now: number): Hours => ({
  startAt: now + 1,
  endAt: dayStart(now) + (DAYS_AHEAD + 1) * DAY,
})

/**
 * Makes the lawyer's places what rota and calendar say, and answers what that took. With nothing to do nothing is written.
 * Held ones are never touched. Repeated, raced or cut off, it ends in what the rota says last.
 */
export async function makeSlots(store: Store, lawyerId: string, now: number): Promise<SlotPlan> {
  let plan: SlotPlan | undefined
  for (let turn = 0; turn < TURNS; turn++) {
    const [rota, next] = await look(store, lawyerId, now)
    plan ??= next
    if (next.insert.length + next.open.length + next.block.length === 0) break
    const whole = await carryOut(store, next)
    const after = await store.get('rotas', rotaId(lawyerId))
    if (whole && after?.rev === rota?.rev) break
  }
  return plan ?? { insert: [], open: [], block: [], uncovered: [] }
}

async function look(store: Store, lawyerId: string, now: number) {
  const range = slotRange(now)
  const [rota, lawyer, calendar, places] = await Promise.all([
    store.get('rotas', rotaId(lawyerId)),
    store.get('lawyers', lawyerId),
    readCalendar(store),
    // one that runs now may reach into the next one's time
    lawyerPlaces(store, lawyerId, { ...range, startAt: dayStart(now) }),
  ])
  const wanted = rota && lawyer?.active ? wantedSlots(rota, calendar, range) : []
  return [rota, planSlots(lawyerId, places, wanted, now)] as const
}

/** False when some of them were taken, or changed, meanwhile. */
async function carryOut(store: Store, { insert, open, block }: SlotPlan): Promise<boolean> {
  let whole = true
  const change = async (place: Place, set: Partial<Place>) => {
    const { _id, holder, rid, state, pool } = place
    if (!(await store.change('places', { _id, holder, rid, state }, set))) whole = false
    fullness.forget(pool)
  }
  await atOnce(MOST_AT_ONCE, block, place => change(place, blocked(place)))
  await atOnce(MOST_AT_ONCE, open, ({ from, to }) => change(from, { ...nobody(from), ...to }))
  await store.insertMissing('places', insert)
  return whole
}
