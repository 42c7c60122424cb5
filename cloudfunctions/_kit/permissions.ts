import type { Apis } from '../../typings/apis'
import type { Cap } from '../../typings/documents'

/**
 * Who may call an action. `guest`: anybody with a WeChat identity. `worker`: registered. `staff`: a grant with one of
 * `caps`; its organisation's subtree must hold the object, a list is narrowed to it. `lawyer`: a grant as volunteer lawyer.
 * `admin`: a grant as administrator.
 */
export type Permission = Marks & (OpenPermission | LawyerPermission | StaffPermission)

type OpenPermission = { who: 'guest' } | { who: 'worker' } | { who: 'admin' }

/** A grant as lawyer, for what is their own. `or`: staff with one of these capabilities too, within their organisations. */
interface LawyerPermission {
  who: 'lawyer'
  or?: readonly [Cap, ...Cap[]]
}

interface StaffPermission {
  who: 'staff'
  caps: readonly [Cap, ...Cap[]]
  /** ONE: what it is about has an organisation. LIST: it answers what lies in the caller's organisations. */
  scope: 'ONE' | 'LIST'
}

interface Marks {
  /** Changes something: it must survive being cut off after each of its database calls. */
  writes?: true
  /** Leaves an entry in the audit log before it runs. */
  audited?: true
}

const guest = { who: 'guest' } as const
const worker = { who: 'worker' } as const
const admin = { who: 'admin' } as const
const lawyer = { who: 'lawyer' } as const
const lawyerOr = <const C extends readonly [Cap, ...Cap[]]>(...or: C) => ({ who: 'lawyer', or }) as const
const one = <const C extends readonly [Cap, ...Cap[]]>(...caps: C) =>
  ({ who: 'staff', caps, scope: 'ONE' }) as const
const list = <const C extends readonly [Cap, ...Cap[]]>(...caps: C) =>
  ({ who: 'staff', caps, scope: 'LIST' }) as const

const writes = { writes: true } as const
const audited = { audited: true } as const
/** A write that the audit log must tell of. */
const recorded = { writes: true, audited: true } as const

/** The whole table: function, action, who. Read by `serve`; checked against every persona by tests/functions/permissions.test.ts. */
export const permissions = {
  account: {
    boot: guest,
    register: { ...guest, ...writes },
    resolveScene: guest,
    inbox: guest,
    inboxRead: { ...guest, ...writes },
    subscribeReport: { ...worker, ...writes },
    agenda: worker,
    orgTree: guest,
    orgSave: { ...admin, ...recorded },
    roleList: admin,
    personFind: { ...admin, ...audited },
    roleGrant: { ...admin, ...recorded },
    roleConfirm: { ...admin, ...recorded },
    roleRevoke: { ...admin, ...recorded },
    consentSet: { ...worker, ...writes },
    calendarDays: guest,
    calendarSave: { ...admin, ...recorded },
    settings: admin,
    settingSave: { ...admin, ...recorded },
    firstAdmin: { ...worker, ...recorded },
  },
  activity: {
    list: guest,
    detail: guest,
    signUp: { ...worker, ...writes },
    cancel: { ...worker, ...writes },
    mine: worker,
    ticket: worker,
    waitJoin: { ...worker, ...writes },
    waitLeave: { ...worker, ...writes },
    waitAnswer: { ...worker, ...writes },
    scanVenue: { ...worker, ...writes },
    feedback: { ...worker, ...writes },
    manageList: list('EDIT', 'ROLL'),
    edit: one('EDIT'),
    save: { ...one('EDIT'), ...writes },
    submit: { ...one('EDIT'), ...recorded },
    decide: { ...one('APPROVE'), ...recorded },
    callOff: { ...one('EDIT'), ...recorded },
    setCapacity: { ...one('EDIT'), ...recorded },
    roster: one('ROLL', 'EDIT'),
    rosterPack: { ...one('ROLL'), ...recorded },
    checkIn: { ...one('ROLL'), ...writes },
    checkInSync: { ...one('ROLL'), ...writes },
    checkInUndo: { ...one('ROLL'), ...recorded },
    pendingDecide: { ...one('ROLL'), ...recorded },
    venueKey: { ...one('ROLL'), ...audited },
    finish: { ...one('EDIT', 'ROLL'), ...recorded },
    waiveStrike: { ...one('ROLL'), ...recorded },
  },
  insight: {
    desk: list('EDIT', 'APPROVE', 'ROLL', 'JOIN', 'CARE', 'CASE', 'FINANCE', 'REPORT'),
    approvals: list('APPROVE', 'EDIT'),
    export: { ...one('ROLL', 'EDIT', 'REPORT'), ...recorded },
    exportGet: { ...one('ROLL', 'EDIT', 'REPORT'), ...audited },
    poster: one('EDIT'),
  },
  legal: {
    menu: guest,
    slots: guest,
    book: { ...worker, ...writes },
    cancel: { ...worker, ...writes },
    mine: worker,
    appointment: worker,
    rate: { ...worker, ...writes },
    fileAdd: { ...worker, ...writes },
    fileLink: { ...worker, ...audited },
    limitCalc: guest,
    limitSave: { ...worker, ...writes },
    limitMine: worker,
    limitEvent: { ...worker, ...writes },
    limitRemove: { ...worker, ...writes },
    desk: lawyer,
    conflictAnswer: { ...lawyer, ...recorded },
    record: { ...lawyer, ...recorded },
    partiesSave: { ...lawyer, ...writes },
    partiesMine: lawyer,
    swapPropose: { ...lawyer, ...writes },
    swapAnswer: { ...lawyer, ...writes },
    rotaView: lawyerOr('CASE'),
    ruleSave: { ...lawyerOr('CASE'), ...recorded },
    leaveSave: { ...lawyerOr('CASE'), ...recorded },
    caseList: list('CASE'),
    reassign: { ...one('CASE'), ...recorded },
    callOff: { ...one('CASE'), ...recorded },
    swapList: list('CASE'),
    swapApprove: { ...one('CASE'), ...recorded },
    menuSave: { ...one('CASE'), ...recorded },
    lawyerList: list('CASE'),
    lawyerSave: { ...one('CASE'), ...recorded },
  },
} as const satisfies { [F in keyof Apis]: { [K in keyof Apis[F]]: Permission } }

export type Permissions = typeof permissions
