import { noticeTexts } from '../../miniprogram/shared/notice-texts'
import { AFTER_CAUSE_MS } from '../_kit/tasks'
import { detailPage } from '../_kit/links'
import { tell } from '../_kit/notices'
import type { TaskHandler } from './task'
import { cannotWait } from './cannot-wait'
import { goesOn } from './goes-on'
import { peopleOf } from './people-of'
import { sessionsAbout } from './sessions-about'

/** Tells everybody who has a place, or waits for one, what changed of the session or of the whole activity. */
export const tellChanged: TaskHandler = async ({ store, now }, { refId, text: change, cursor }) => {
  const sessions = (await sessionsAbout(store, refId)).filter(({ on, session }) => on && now < session.endAt)
  const [first] = sessions
  if (!first) return 'DONE'
  const { _id: activityId, applying, rules } = first.activity
  if (applying) return { until: now + AFTER_CAUSE_MS }
  const byId = new Map(sessions.map(known => [known.session._id, known]))
  const { places, waits, next } = await peopleOf(store, [...byId.keys()], cursor)
  const going = places.length === 0 ? new Set<string>() : await goesOn(store, places)
  const people = [
    ...places.filter(({ rid }) => going.has(rid)).map(({ holder, pool }) => ({ personId: holder, pool })),
    ...waits.map(({ personId, sessionId }) => ({ personId, pool: sessionId })),
  ]
  const told = people.flatMap(({ personId, pool }) => {
    const known = byId.get(pool)
    if (!known) return []
    const text = noticeTexts.CHANGED({ ...known.words, change })
    const urgent = cannotWait(known.session.startAt, now)
    const ref = `${refId}_${rules.version}`
    return [{ personId, trigger: 'CHANGED' as const, ref, text, page: detailPage(activityId), urgent }]
  })
  await tell(store, told, now)
  return next === undefined ? 'DONE' : { cursor: next }
}
