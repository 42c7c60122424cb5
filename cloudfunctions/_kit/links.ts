/** Paths in the mini-program that a notice leads to. */
const ACTIVITIES = '/packages/activities/pages'

export const ticketPage = (sessionId: string) => `${ACTIVITIES}/ticket/ticket?session=${sessionId}`
export const queuePage = (sessionId: string) => `${ACTIVITIES}/queue/queue?session=${sessionId}`
export const detailPage = (activityId: string) => `${ACTIVITIES}/detail/detail?id=${activityId}`

const STAFF = '/packages/staff/pages'

export const editPage = (activityId: string) => `${STAFF}/activity-edit/activity-edit?id=${activityId}`
export const approvalsPage = `${STAFF}/approvals/approvals`

const LEGAL = '/packages/legal/pages'

export const appointmentPage = (appointmentId: string) =>
  `${LEGAL}/appointment/appointment?id=${appointmentId}`
export const limitationPage = (limitId: string) => `${LEGAL}/limitation/limitation?id=${limitId}`

const LAWYER = '/packages/lawyer/pages'

export const consultPage = (appointmentId: string) => `${LAWYER}/consult/consult?id=${appointmentId}`
export const lawyerDeskPage = `${LAWYER}/desk/desk`
export const legalStaffPage = `${STAFF}/legal/legal`
