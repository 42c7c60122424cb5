/** Paths in the mini-program that a notice leads to. */
const ACTIVITIES = '/packages/activities/pages'

export const ticketPage = (sessionId: string) => `${ACTIVITIES}/ticket/ticket?session=${sessionId}`
export const queuePage = (sessionId: string) => `${ACTIVITIES}/queue/queue?session=${sessionId}`
export const detailPage = (activityId: string) => `${ACTIVITIES}/detail/detail?id=${activityId}`

const STAFF = '/packages/staff/pages'

export const editPage = (activityId: string) => `${STAFF}/activity-edit/activity-edit?id=${activityId}`
export const approvalsPage = `${STAFF}/approvals/approvals`
