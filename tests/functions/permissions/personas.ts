import type { Cap, GrantState, Role } from '../../../typings/documents'

/** What a persona was given; only what holds today counts. */
export interface Given {
  role: Role
  caps: readonly Cap[]
  orgId: string
  orgPath: string
  state: GrantState
  expired: boolean
}

export interface Persona {
  /** Also their openid and device; `nobody` calls without an identity. */
  key: string
  registered: 'no' | 'without consent' | 'yes' | 'member'
  given: readonly Given[]
}

export const INSIDE = { orgId: 'org_S2', orgPath: '/org_R/org_S2/' }
export const OUTSIDE = { orgId: 'org_S3', orgPath: '/org_R/org_S3/' }
const ROOT = { orgId: 'org_R', orgPath: '/org_R/' }

const CAPS: readonly Cap[] = ['EDIT', 'APPROVE', 'ROLL', 'JOIN', 'CARE', 'CASE', 'FINANCE', 'REPORT']

const persona = (
  key: string,
  registered: Persona['registered'],
  ...given: (Partial<Given> & Pick<Given, 'role'>)[]
) => ({
  key,
  registered,
  given: given.map(one => ({ caps: [], ...ROOT, state: 'ACTIVE' as const, expired: false, ...one })),
})
const staff = (key: string, fields: Partial<Given>) =>
  persona(key, 'yes', { role: 'STAFF', caps: CAPS, ...fields })

export const personas: readonly Persona[] = [
  persona('nobody', 'no'),
  persona('guest-persona', 'no'),
  persona('without-consent', 'without consent'),
  persona('worker-persona', 'yes'),
  persona('member-persona', 'member'),
  ...CAPS.map(cap => staff(`only-${cap.toLowerCase()}`, { caps: [cap], ...INSIDE })),
  staff('every-capability', INSIDE),
  staff('case-of-all', { caps: ['CASE'] }),
  staff('other-subtree', OUTSIDE),
  staff('expired-grant', { expired: true }),
  staff('pending-grant', { state: 'PENDING' }),
  staff('ended-grant', { state: 'ENDED' }),
  persona('lawyer-persona', 'yes', { role: 'LAWYER' }),
  // what no page gives: a role that carries capabilities of another
  persona('lawyer-with-caps', 'yes', { role: 'LAWYER', caps: CAPS }),
  persona('admin-persona', 'yes', { role: 'ADMIN' }),
  persona('expired-admin', 'yes', { role: 'ADMIN', expired: true }),
]
