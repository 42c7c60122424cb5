import { localDate } from '../../../miniprogram/shared/time'
import type { RoleGrant } from '../../../typings/api/account'
import type { Cap, Grant, Org } from '../../../typings/documents'

/** What decides over money and over other people's work. */
const WEIGHTY: readonly Cap[] = ['FINANCE', 'APPROVE']

/** Nobody gets these from one administrator alone. */
export const needsSecond = ({ role, caps }: Pick<Grant, 'role' | 'caps'>): boolean =>
  role === 'ADMIN' || caps.some(cap => WEIGHTY.includes(cap))

/** Over by its date. */
export const expired = ({ untilDate }: Pick<Grant, 'untilDate'>, now: number): boolean =>
  untilDate < localDate(now)

/** Given or waiting for the second administrator, and not over. */
export const stands = (grant: Grant, now: number): boolean => grant.state !== 'ENDED' && !expired(grant, now)

/** The last local date a grant of today may reach. */
export function lastDay(now: number): string {
  const [year = '', ...rest] = localDate(now).split('-')
  return [Number(year) + 1, ...rest].join('-')
}

/** The field that does not fit. Capabilities are of staff; administrators are of the whole house, so at its root. */
export function misfit(
  { role, caps, untilDate }: RoleGrant,
  { parentId }: Pick<Org, 'parentId'>,
  now: number,
): keyof RoleGrant | undefined {
  if ((role === 'STAFF') !== caps.length > 0 || new Set(caps).size < caps.length) return 'caps'
  if (expired({ untilDate }, now) || untilDate > lastDay(now)) return 'untilDate'
  return role === 'ADMIN' && parentId !== '' ? 'orgId' : undefined
}

/** The same grant given once more by the same administrator. */
export const sameGift = (a: Grant, b: Grant): boolean =>
  a.byId === b.byId && a.untilDate === b.untilDate && [...a.caps].sort().join() === [...b.caps].sort().join()

/** Did it ever hold? One that was refused, or taken back before it was confirmed, did not. */
export const everHeld = (grant: Grant): boolean =>
  grant.byId === '' || !needsSecond(grant) || (grant.confirmedBy ?? '') !== ''
