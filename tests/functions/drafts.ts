/** Activities as staff write them, for the tests of publishing. */
import type { Editable } from '../../typings/api/activity'
import type { ActivityDraft, DraftSession } from '../../typings/documents'
import type { World } from './world'
import { ok } from './world'

export const HOUR = 3600_000
export const DAY = 24 * HOUR

let made = 0

/** Another request each time. */
export const opId = () => `01TEST${String(++made).padStart(20, '0')}`

/** A session that begins so many hours from now and lasts two. */
export function sessionIn(hours: number, now: number, changes: Partial<DraftSession> = {}): DraftSession {
  const startAt = now + hours * HOUR
  return {
    startAt,
    endAt: startAt + 2 * HOUR,
    openAt: now - HOUR,
    closeAt: startAt - 2 * HOUR,
    spot: { name: '职工之家二层', address: '东里6号', lng: 116.4, lat: 39.9 },
    places: 4,
    kept: [],
    ...changes,
  }
}

export function draftFrom(now: number, changes: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    kind: 'LECTURE',
    mode: 'FIRST',
    art: 'lecture',
    title: '防诈骗讲座',
    body: '民警讲案例。',
    coverId: '',
    orgId: 'org_S2',
    audience: { memberOnly: false, employments: [] },
    notes: ['请提前10分钟到场。'],
    cancelBeforeMin: 1440,
    groupMax: 1,
    questions: [],
    budgetFen: 0,
    sessions: [sessionIn(48, now)],
    ...changes,
  }
}

/** Saves a new draft. */
export async function saved(
  world: World,
  openid: string,
  changes: Partial<ActivityDraft> = {},
): Promise<Editable> {
  const draft = draftFrom(world.now, changes)
  return ok(await world.activities(openid, 'save', { opId: opId(), rev: 0, draft }))
}

/** Saves and submits it: published, or before a second person when it needs money. */
export async function submitted(
  world: World,
  openid: string,
  changes: Partial<ActivityDraft> = {},
): Promise<Editable> {
  const { activityId, rev } = await saved(world, openid, changes)
  return ok(await world.activities(openid, 'submit', { activityId, rev }))
}

/** Saves changes to what is there. */
export function change(
  world: World,
  openid: string,
  { activityId, rev, draft }: Editable,
  to: Partial<ActivityDraft>,
) {
  return world.activities(openid, 'save', { activityId, opId: opId(), rev, draft: { ...draft, ...to } })
}

export const approvalIdOf = ({ activityId, rev }: Editable) => `apv_ACTIVITY_${activityId}_${rev - 1}`
