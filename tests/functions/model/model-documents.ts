import { asPublished } from '../../../local/demo/activities'
import type { Activity, Segment, Session } from '../../../typings/documents'

const HOUR = 3600_000
const DAY = 24 * HOUR
/** When every game begins. */
export const BEGINS = Date.UTC(2026, 8, 16, 2)

const suffix = (n: number) => `01MODEL${String(n).padStart(19, '0')}`
export const sessionIdOf = (n: number) => `se_${suffix(n)}`
export const activityIdOf = (sessionId: string) => sessionId.replace('se_', 'ac_')

/** A session that begins far ahead, and its activity. */
export function documents(
  sessionId: string,
  segments: Segment[],
  maxNo: number,
): { activity: Activity; session: Session } {
  const written = { createdAt: BEGINS, updatedAt: BEGINS, rev: 1 }
  const times = {
    startAt: BEGINS + 90 * DAY,
    endAt: BEGINS + 90 * DAY + HOUR,
    openAt: BEGINS - DAY,
    closeAt: BEGINS + 90 * DAY,
  }
  const spot = { name: '二层', address: '东里6号', lng: 116.4, lat: 39.9 }
  const session: Session = {
    ...{ _id: sessionId, ...written, activityId: activityIdOf(sessionId), ...times, spot },
    ...{ segments, maxNo, blocked: 0, state: 'ON' as const },
  }
  const activity: Activity = {
    ...{ _id: activityIdOf(sessionId), ...written, kind: 'LECTURE', mode: 'FIRST', art: 'lecture' },
    ...{ title: '活动', body: '内容', orgId: 'org_R', orgName: '明城区总工会', orgPath: '/org_R/' },
    ...{
      state: 'PUBLISHED',
      listed: true,
      ...times,
      sessions: 1,
      times: [{ ...times, state: 'ON' as const }],
    },
    ...{ spot: '东里', ...asPublished, audience: { memberOnly: false, employments: [] } },
    rules: { version: 1, notes: [], cancelBeforeMin: 60, groupMax: 1 },
  }
  return { activity, session }
}
