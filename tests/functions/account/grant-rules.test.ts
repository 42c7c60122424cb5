import type { RoleGrant } from '../../../typings/api/account'
import type { Grant } from '../../../typings/documents'
import {
  everHeld,
  expired,
  lastDay,
  misfit,
  needsSecond,
  stands,
} from '../../../cloudfunctions/account/roles/grant-rules'

/** 10:00 in Shanghai on 16 September 2026. */
const now = Date.parse('2026-09-16T10:00:00+08:00')
const root = { parentId: '' }
const street = { parentId: 'org_R' }
const grant = (fields: Partial<Grant> = {}) =>
  ({
    role: 'STAFF',
    caps: ['EDIT'],
    state: 'ACTIVE',
    untilDate: '2026-12-31',
    byId: 'p_1',
    ...fields,
  }) as Grant
const wish = (fields: Partial<RoleGrant> = {}): RoleGrant => ({
  personId: 'p_1',
  orgId: 'org_S1',
  role: 'STAFF',
  caps: ['EDIT'],
  untilDate: '2026-12-31',
  ...fields,
})

test('money, approvals and administration want a second administrator', () => {
  for (const cap of ['FINANCE', 'APPROVE'] as const)
    expect(needsSecond({ role: 'STAFF', caps: ['EDIT', cap] })).toBe(true)
  for (const cap of ['EDIT', 'ROLL', 'JOIN', 'CARE', 'CASE', 'REPORT'] as const)
    expect(needsSecond({ role: 'STAFF', caps: [cap] })).toBe(false)
  expect(needsSecond({ role: 'ADMIN', caps: [] })).toBe(true)
  expect(needsSecond({ role: 'LAWYER', caps: [] })).toBe(false)
})

test('the last day counts, in Shanghai', () => {
  expect(expired({ untilDate: '2026-09-16' }, now)).toBe(false)
  expect(expired({ untilDate: '2026-09-16' }, Date.parse('2026-09-16T23:59:59+08:00'))).toBe(false)
  expect(expired({ untilDate: '2026-09-16' }, Date.parse('2026-09-17T00:00:00+08:00'))).toBe(true)
})

test.each<[string, Partial<RoleGrant>, typeof root, string | undefined]>([
  ['staff with a capability', {}, street, undefined],
  ['staff without any', { caps: [] }, street, 'caps'],
  ['the same capability twice', { caps: ['EDIT', 'EDIT'] }, street, 'caps'],
  ['a lawyer', { role: 'LAWYER', caps: [] }, root, undefined],
  ['a lawyer with a capability of staff', { role: 'LAWYER' }, root, 'caps'],
  ['an administrator at the root', { role: 'ADMIN', caps: [] }, root, undefined],
  ['an administrator of a street', { role: 'ADMIN', caps: [] }, street, 'orgId'],
  ['until today', { untilDate: '2026-09-16' }, street, undefined],
  ['until yesterday', { untilDate: '2026-09-15' }, street, 'untilDate'],
  ['for a year', { untilDate: '2027-09-16' }, street, undefined],
  ['for a year and a day', { untilDate: '2027-09-17' }, street, 'untilDate'],
])('%s', (_name, fields, org, field) => {
  expect(misfit(wish(fields), org, now)).toBe(field)
})

test('a year from a 29 February ends with the next February', () => {
  expect('2029-02-28' <= lastDay(Date.parse('2028-02-29T10:00:00+08:00'))).toBe(true)
  expect('2029-03-01' <= lastDay(Date.parse('2028-02-29T10:00:00+08:00'))).toBe(false)
})

test('what waits stands; what was ended or is over by its date does not', () => {
  expect(stands(grant(), now)).toBe(true)
  expect(stands(grant({ state: 'PENDING' }), now)).toBe(true)
  expect(stands(grant({ state: 'ENDED' }), now)).toBe(false)
  expect(stands(grant({ untilDate: '2026-09-15' }), now)).toBe(false)
})

test('what was never confirmed was never held', () => {
  expect(everHeld(grant({ caps: ['FINANCE'] }))).toBe(false)
  expect(everHeld(grant({ caps: ['FINANCE'], confirmedBy: 'p_2' }))).toBe(true)
  expect(everHeld(grant())).toBe(true)
  expect(everHeld(grant({ role: 'ADMIN', caps: [], byId: '' }))).toBe(true)
})
