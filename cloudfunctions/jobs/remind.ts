import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { nextReminder } from '../activity/holding/reminder'
import { ticketPage } from '../_kit/links'
import { tell } from '../_kit/notices'
import type { Tick } from '../_kit/serve-timer'
import type { Place } from '../../typings/documents'
import { goesOn } from './goes-on'
import { moveOn, NOTHING } from './move-on'
import { sessionsOf } from './sessions-of'

type Reminder = 'REMIND_DAY' | 'REMIND_SOON'

export const remindOfDay = (tick: Tick, places: readonly Place[]) => remind(tick, 'REMIND_DAY', places)
export const remindOfHours = (tick: Tick, places: readonly Place[]) => remind(tick, 'REMIND_SOON', places)

/** Reminds whose place goes on; then waits for the next reminder. */
async function remind(tick: Tick, step: Reminder, places: readonly Place[]): Promise<void> {
  const { store, now } = tick
  const sessions = await sessionsOf(
    store,
    places.map(({ pool }) => pool),
  )
  const going = await goesOn(store, places)
  const told = places.flatMap(({ holder: personId, rid, pool }) => {
    const known = sessions.get(pool)
    if (!known?.on || !going.has(rid)) return []
    const { startAt } = known.session
    const trigger = reminderAt(startAt, now)
    if (!trigger) return []
    const text = noticeTexts[trigger](known.words)
    // a session that was moved is another one to be reminded of
    return [{ personId, trigger, ref: `${rid}_${startAt}`, text, page: ticketPage(pool), until: startAt }]
  })
  await tell(store, told, now)
  await moveOn(tick, step, places, ({ rid, pool }) => {
    const known = sessions.get(pool)
    return known?.on && going.has(rid) ? nextReminder(known.session.startAt, now) : NOTHING
  })
}

/** Which reminder is right now, whichever was waited for; none while the first lies ahead, nor once the session has begun. */
export function reminderAt(startAt: number, now: number): Reminder | undefined {
  const { step } = nextReminder(startAt, now)
  if (step === 'REMIND_DAY' || now >= startAt) return undefined
  return step === 'REMIND_SOON' ? 'REMIND_DAY' : 'REMIND_SOON'
}
