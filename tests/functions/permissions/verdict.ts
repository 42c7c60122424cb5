import type { Permission } from '../../../cloudfunctions/_kit/permissions'
import type { Cap } from '../../../typings/documents'
import type { Given, Persona } from './personas'

export type Verdict = 'ALLOWED' | 'NO_PERMISSION' | 'NEED_REGISTER' | 'NEED_CONSENT' | 'OUT_OF_SCOPE'

/** What the table says of this person and an object in this organisation. */
export function verdict(
  permission: Permission,
  { key, registered, given }: Persona,
  orgPath: string,
): Verdict {
  if (key === 'nobody') return 'NO_PERMISSION'
  const held = given.filter(({ state, expired }) => state === 'ACTIVE' && !expired)
  switch (permission.who) {
    case 'guest':
      return 'ALLOWED'
    case 'worker':
      if (registered === 'no') return 'NEED_REGISTER'
      return registered === 'without consent' ? 'NEED_CONSENT' : 'ALLOWED'
    case 'admin':
      return held.some(({ role }) => role === 'ADMIN') ? 'ALLOWED' : 'NO_PERMISSION'
    case 'lawyer':
      if (held.some(({ role }) => role === 'LAWYER')) return 'ALLOWED'
      return permission.or ? ofStaff(held, permission.or, 'ONE', orgPath) : 'NO_PERMISSION'
    case 'staff':
      return ofStaff(held, permission.caps, permission.scope, orgPath)
  }
}

function ofStaff(
  held: readonly Given[],
  wanted: readonly Cap[],
  scope: 'ONE' | 'LIST',
  orgPath: string,
): Verdict {
  const fits = ({ role, caps }: Given) => role === 'STAFF' && wanted.some(cap => caps.includes(cap))
  const reach = held.filter(fits).map(one => one.orgPath)
  if (reach.length === 0) return 'NO_PERMISSION'
  const covered = scope === 'LIST' || reach.some(path => orgPath.startsWith(path))
  return covered ? 'ALLOWED' : 'OUT_OF_SCOPE'
}

/**
 * Is this answer what the verdict wants? Allowed is everything but the four refusals, and but what says that nothing was
 * tried: a wrong input, or a function that broke.
 */
export function fits(expected: Verdict, code: string): boolean {
  if (expected !== 'ALLOWED') return code === expected
  const shut = ['NO_PERMISSION', 'NEED_REGISTER', 'NEED_CONSENT', 'OUT_OF_SCOPE']
  return ![...shut, 'INVALID_INPUT', 'INTERNAL'].includes(code)
}
