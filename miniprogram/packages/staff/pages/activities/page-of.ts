import type { ActionKey } from './actions'

const PAGES = '/packages/staff/pages'

export const newPage = `${PAGES}/activity-edit/activity-edit`

/** Where an action leads; undefined for what is done here. */
export function pageOf(key: ActionKey, activityId: string, sessionId: string): string | undefined {
  const urls: Partial<Record<ActionKey, string>> = {
    edit: `${newPage}?id=${activityId}`,
    copy: `${newPage}?copy=${activityId}`,
    roll: `${PAGES}/rollcall/rollcall?session=${sessionId}`,
    poster: `${PAGES}/poster/poster?id=${activityId}`,
    preview: `/packages/activities/pages/detail/detail?id=${activityId}`,
  }
  return urls[key]
}
