import { venueKeyOf } from '../../../cloudfunctions/_kit/crypto'
import { firstCode } from '../../../cloudfunctions/account/roles/first-code'
import { agreements } from '../../../miniprogram/shared/agreements'
import { localDate } from '../../../miniprogram/shared/time'
import { venueCode } from '../../../miniprogram/shared/venue-code'
import type { Apis } from '../../../typings/apis'
import type { InputOf } from '../../../typings/contract'
import type { ActivityDraft } from '../../../typings/documents'
import { personId, secrets } from '../world'
import type { Persona } from './personas'
import type { Side } from './stage'
import { legal } from './legal-inputs'
import { exportIdOf, OP_ID, packIdOf, TARGET } from './stage'

/** An action is asked of one side by one persona. */
export interface Situation {
  of: Side
  persona: Persona
  now: number
}

/** A right input for each action of one function. */
export type InputsOf<Api> = { [K in keyof Api]: (situation: Situation) => InputOf<Api, K> }

type Inputs = { [F in keyof Apis]: InputsOf<Apis[F]> }

const DAY = 24 * 3600_000
const target = personId(TARGET)
const targetGrant = `gr_${target}_STAFF_org_S1`

const draft = ({ orgId }: Side): ActivityDraft => ({
  kind: 'LECTURE',
  mode: 'FIRST',
  art: 'lecture',
  title: '新的活动',
  body: '',
  coverId: '',
  orgId,
  audience: { memberOnly: false, employments: [] },
  notes: [],
  cancelBeforeMin: 1440,
  groupMax: 1,
  questions: [],
  budgetFen: 0,
  sessions: [],
})
const consents = (['PROFILE', 'PHONE'] as const).map(purpose => ({
  purpose,
  version: agreements[purpose].version,
}))
const reason = '核对后更正'
/** What a page would send, action by action. A new action without one does not compile. */
export const inputs: Inputs = {
  account: {
    boot: () => ({}),
    // the code is none, so that guests stay guests
    register: () => ({ name: '林小禾', phoneCode: 'none', employment: 'RIDER', consents }),
    resolveScene: () => ({ scene: 'a' }),
    inbox: () => ({}),
    inboxRead: () => ({ all: true }),
    subscribeReport: () => ({ opId: OP_ID, results: [{ template: 'T_SIGNUP', answer: 'accept' }] }),
    consentSet: () => ({
      purpose: 'LEGAL_SENSITIVE',
      version: agreements.LEGAL_SENSITIVE.version,
      give: true,
    }),
    calendarDays: () => ({ year: 2027 }),
    calendarSave: () => ({
      year: 2031,
      days: [{ date: '2031-01-01', kind: 'HOLIDAY', name: '元旦' }],
      sourceNo: '国办发明电〔2030〕1号',
      rev: 0,
    }),
    agenda: ({ now }) => ({ from: localDate(now), to: localDate(now) }),
    orgTree: () => ({}),
    orgSave: () => ({
      opId: OP_ID,
      name: '望河街道总工会',
      short: '望河街道',
      kind: 'STREET',
      parentId: 'org_R',
      open: true,
      rev: 0,
    }),
    roleList: () => ({}),
    personFind: () => ({ phone: '13800000000' }),
    roleGrant: ({ now }) => ({
      personId: target,
      role: 'STAFF',
      orgId: 'org_S2',
      caps: ['CARE'],
      untilDate: localDate(now + DAY),
    }),
    roleConfirm: () => ({ grantId: targetGrant, agree: true }),
    roleRevoke: () => ({ grantId: targetGrant, reason }),
    settings: () => ({}),
    settingSave: () => ({ key: 'code.windowSec', value: 30, rev: 0 }),
    firstAdmin: () => ({ code: firstCode(1, secrets) }),
  },
  activity: {
    list: () => ({}),
    detail: ({ of }) => ({ activityId: of.activityId }),
    signUp: ({ of }) => ({ sessionId: of.sessionId, rulesVersion: 1 }),
    cancel: ({ of }) => ({ sessionId: of.sessionId }),
    mine: () => ({ tab: 'UPCOMING' }),
    ticket: ({ of }) => ({ sessionId: of.sessionId }),
    waitJoin: ({ of }) => ({ sessionId: of.sessionId, rulesVersion: 1, autoAccept: false }),
    waitLeave: ({ of }) => ({ sessionId: of.sessionId }),
    waitAnswer: ({ of }) => ({ sessionId: of.sessionId, accept: true }),
    scanVenue: ({ of, now }) => ({
      token: venueCode(venueKeyOf(of.sessionId, secrets), of.sessionId, 30, now).text,
      capturedAt: now,
    }),
    feedback: ({ of }) => ({ sessionId: of.sessionId, score: 5 }),
    manageList: () => ({}),
    edit: ({ of }) => ({ activityId: of.activityId }),
    save: ({ of }) => ({ opId: OP_ID, rev: 0, draft: draft(of) }),
    submit: ({ of }) => ({ activityId: of.activityId, rev: 1 }),
    decide: ({ of }) => ({ approvalId: of.approvalId, agree: true }),
    callOff: ({ of }) => ({ activityId: of.activityId, reason }),
    setCapacity: ({ of }) => ({ sessionId: of.sessionId, segment: '', capacity: 5, rev: 1 }),
    roster: ({ of }) => ({ sessionId: of.sessionId }),
    rosterPack: ({ of, persona }) => ({ sessionId: of.sessionId, deviceId: persona.key }),
    checkIn: ({ of }) => ({ sessionId: of.sessionId, rid: of.rid, reason }),
    checkInSync: ({ of, persona, now }) => ({
      packId: packIdOf(of, persona),
      records: [{ seq: 1, at: now, method: 'MANUAL', rid: of.rid, reason }],
    }),
    checkInUndo: ({ of }) => ({ sessionId: of.sessionId, rid: of.rid, reason }),
    pendingDecide: ({ of }) => ({ sessionId: of.sessionId, items: [{ rid: of.rid, accept: true }] }),
    venueKey: ({ of }) => ({ sessionId: of.sessionId }),
    finish: ({ of }) => ({ sessionId: of.sessionId }),
    waiveStrike: ({ of }) => ({ sessionId: of.sessionId, rid: of.rid, reason }),
  },
  insight: {
    desk: () => ({}),
    approvals: () => ({}),
    export: ({ of }) => ({ opId: OP_ID, kind: 'ROSTER', sessionId: of.sessionId, reason }),
    exportGet: ({ of, persona }) => ({ exportId: exportIdOf(of, persona) }),
    poster: ({ of }) => ({ kind: 'ACTIVITY', id: of.activityId }),
  },
  legal,
}
