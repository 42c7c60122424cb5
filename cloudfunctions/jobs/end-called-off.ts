import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { rowId, rowOf } from '../activity/roll/attendance'
import { recountLater } from '../activity/points/recount-later'
import { sumUp } from '../activity/manage/sum-up'
import { closeEntry } from '../activity/queue/wait-entry'
import { atOnce } from '../_kit/at-once'
import { detailPage } from '../_kit/links'
import { tell } from '../_kit/notices'
import { nobody } from '../_kit/places/place'
import { handPlace } from '../_kit/places/places'
import type { Tick } from '../_kit/serve-timer'
import type { Place } from '../../typings/documents'
import { cannotWait } from './cannot-wait'
import { peopleOf } from './people-of'
import { sessionsAbout } from './sessions-about'
import type { Known } from './sessions-of'
import type { TaskHandler } from './task'

const MOST_AT_ONCE = 10

interface Concerned {
  personId: string
  sessionId: string
}

/**
 * Ends every holding of what was called off, without points, and every wait for it, and tells them. Places keep their holder,
 * so that the roster can still be read, and count for the day's limit no more.
 */
export const endCalledOff: TaskHandler = async (tick, { refId, text: why, cursor }) => {
  const { store, now } = tick
  const all = await sessionsAbout(store, refId)
  const ended = all.filter(({ session, activity }) =>
    activity.state === 'CALLED_OFF' ? session.state !== 'FINISHED' : session.state === 'CALLED_OFF',
  )
  const [first] = ended
  if (!first) return 'DONE'
  const byId = new Map(ended.map(known => [known.session._id, known]))
  const { places, waits, next } = await peopleOf(store, [...byId.keys()], cursor)
  const held = places.filter(({ state }) => state === 'HELD')
  const concerned = [
    ...(await endHoldings(tick, held, why)),
    ...waits.map(({ personId, sessionId }) => ({ personId, sessionId })),
  ]
  await tellCalledOff(tick, byId, concerned, why)
  await atOnce(MOST_AT_ONCE, places, place => letGo(tick, place))
  await atOnce(MOST_AT_ONCE, waits, async wait => void (await closeEntry(store, wait, 'LAPSED', now)))
  if (next !== undefined) return { cursor: next }
  await sumUp(store, first.activity._id, why, now)
  return 'DONE'
}

/** Answers those whose holding ended with it: not who had cancelled, nor who was there already. */
async function endHoldings(
  { store, now }: Tick,
  held: readonly Place[],
  reason: string,
): Promise<Concerned[]> {
  if (held.length === 0) return []
  const verdict = { state: 'CALLED_OFF', endedAt: now, points: 0, ...(reason && { reason }) } as const
  await store.insertMissing(
    'signups',
    held.map(place => rowOf(place, verdict)),
  )
  const _id = { $in: held.map(({ rid }) => rowId(rid)) }
  // finishing it began at the same time, or was cut off before
  const missed = await store.find('signups', { where: { _id, state: 'NO_SHOW' }, limit: held.length })
  const pardoned = missed.map(({ personId }) => personId)
  await recountLater(store, pardoned, now)
  await store.changeAll('signups', { _id, state: { $in: ['VOID', 'NO_SHOW'] } }, verdict)
  return store.find('signups', { where: { _id, state: 'CALLED_OFF' }, limit: held.length })
}

async function tellCalledOff(
  { store, now }: Tick,
  sessions: ReadonlyMap<string, Known>,
  concerned: readonly Concerned[],
  why: string,
): Promise<void> {
  const told = concerned.flatMap(({ personId, sessionId }) => {
    const known = sessions.get(sessionId)
    if (!known) return []
    const { session, activity, words } = known
    const text = noticeTexts.CALLED_OFF({ ...words, reason: why || activity.reason })
    const urgent = cannotWait(session.startAt, now)
    const page = detailPage(activity._id)
    return [{ personId, trigger: 'CALLED_OFF' as const, ref: sessionId, text, page, urgent }]
  })
  await tell(store, told, now)
}

async function letGo({ store }: Tick, place: Place): Promise<void> {
  if (place.state === 'OFFERED') {
    await handPlace(store, place, nobody(place))
    return
  }
  const { _id, holder, rid, step } = place
  const uncounted = { capKey: _id, capNth: 0, ...(step !== 'HEAL' && { due: 0, step: '' as const }) }
  await store.change('places', { _id, holder, rid, state: 'HELD' }, uncounted)
}
