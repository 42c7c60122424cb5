import type { Apis } from '../../typings/apis'
import type { Cap } from '../../typings/documents'

/**
 * Who may call an action. `guest`: anybody with a WeChat identity. `worker`: registered. `staff`: a grant with one of
 * `caps`; its organisation's subtree must hold the object, a list is narrowed to it. `admin`: a grant as administrator.
 */
export type Permission = Marks & (OpenPermission | StaffPermission)

type OpenPermission = { who: 'guest' } | { who: 'worker' } | { who: 'admin' }

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
} as const satisfies { [F in keyof Apis]: { [K in keyof Apis[F]]: Permission } }

export type Permissions = typeof permissions
