import { literal, strictObject } from 'valibot'
import { posterLines } from '../../miniprogram/shared/poster-words'
import type { Activity, Session } from '../../typings/documents'
import type { Action, Subject } from '../_kit/action'
import { AppError } from '../_kit/errors'
import { temporaryUrls } from '../_kit/files'
import { secrets } from '../_kit/keys'
import { sceneOf } from '../_kit/scene'
import { unitOf } from '../activity/browse/card'
import { keptOf, usable } from '../activity/segments'
import { unseen } from '../activity/unseen'
import { codeFile } from './code-file'
import { activityId } from './input'

/** Long enough to draw it, to look at it and to draw it again. */
const ADDRESS_SEC = 1800
const MOST_SESSIONS = 50
const CHECK = 5

interface Published extends Subject {
  activity: Activity
}

export const poster: Action<'insight', 'poster', Published> = {
  input: strictObject({ kind: literal('ACTIVITY'), id: activityId }),

  async load({ store }, { id }) {
    const activity = await store.get('activities', id)
    if (!activity) throw new AppError('NOT_FOUND')
    return { orgPath: activity.orgPath, activity }
  },

  async run({ store, now }, { id: activityId }, { activity }) {
    const { title, kind, art, coverId, orgName: org } = activity
    if (unseen(activity)) throw new AppError('NOT_PUBLISHED')
    const scene = sceneOf({ kind: 'a', ulid: activityId.slice('ac_'.length) }, secrets())
    const [sessions, code] = await Promise.all([
      store.find('sessions', { where: { activityId }, orderBy: { startAt: 1 }, limit: MOST_SESSIONS }),
      codeFile(activityId, scene),
    ])
    const urls = await temporaryUrls([code, ...(coverId ? [coverId] : [])], ADDRESS_SEC)
    const qrUrl = urls.get(code)
    if (qrUrl === undefined) throw new Error(`the code of ${activityId} has no address`)
    const coverUrl = urls.get(coverId)
    return {
      title,
      kind,
      art,
      ...(coverUrl !== undefined && { coverUrl }),
      org,
      lines: linesOf(activity, sessions, now),
      qrUrl,
      // of the code itself, so that whoever calls can compare it with what is printed
      shortId: scene.slice(-CHECK),
    }
  },
}

/** What was called off is not announced, unless all of it was. */
function linesOf(activity: Activity, all: readonly Session[], now: number) {
  const on = all.filter(({ state }) => state !== 'CALLED_OFF')
  const sessions = (on.length > 0 ? on : all).map(session => ({
    ...session,
    spot: session.spot.name,
    places: usable(session),
    kept: keptOf(session),
  }))
  const { mode, audience } = activity
  return posterLines({ mode, memberOnly: audience.memberOnly, unit: unitOf(activity), sessions }, now)
}
