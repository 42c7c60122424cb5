import { localDate } from '../../../miniprogram/shared/time'
import { AppError, tryAgain } from '../../_kit/errors'
import { fullness } from '../../_kit/places/fullness'
import type { Range } from '../../_kit/places/place'
import { takePlace } from '../../_kit/places/places'
import type { Settings } from '../../_kit/settings'
import type { Store } from '../../_kit/store'
import { AFTER_CAUSE_MS } from '../../_kit/tasks'
import type { Place } from '../../../typings/documents'

const ONE: readonly Range[] = [{ from: 1, to: 1 }]

/** Does this instance remember that somebody else has it? */
export function takenByOther(slotId: string, personId: string, now: number): boolean {
  return fullness.refuses(slotId, ONE, personId, now)
}

export function rememberTaken({ pool, holder }: Place, now: number): void {
  fullness.rememberFull(pool, ONE, new Set([holder]), now)
}

/** How many slots of a month one person may hold; what was moved by staff counts no more. */
export function monthCap(personId: string, startAt: number, settings: Settings) {
  return { key: `${personId}|legal|${localDate(startAt).slice(0, 7)}`, limit: settings['legal.monthLimit'] }
}

/** Takes the slot; what an earlier try took is made to wait for its appointment once more. */
export async function takeSlot(
  store: Store,
  slot: Place,
  personId: string,
  settings: Settings,
  now: number,
): Promise<Place> {
  const taken = await takePlace(store, {
    pool: slot.pool,
    ranges: ONE,
    holder: personId,
    cap: monthCap(personId, slot.startAt, settings),
    headcount: 1,
    now,
    step: 'BOOKED',
    admit: () => undefined,
  })
  if (taken.kind === 'full') throw new AppError('SLOT_TAKEN')
  if (taken.kind === 'capped') throw new AppError('QUOTA_PERSON')
  const { place } = taken
  if (taken.kind === 'taken') return place
  const { _id, holder, rid } = place
  // `jobs` may be about to let go of it: whoever changes it first has it
  const again = { at: now, step: 'BOOKED' as const, due: now + AFTER_CAUSE_MS }
  if (!(await store.change('places', { _id, holder, rid }, again))) throw tryAgain()
  return place
}
