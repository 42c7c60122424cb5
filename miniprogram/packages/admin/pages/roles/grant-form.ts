import type { FoundPerson, OrgItem, RoleGrant } from '../../../../../typings/api/account'
import type { Cap, Role } from '../../../../../typings/documents'
import { capLabels, roleLabels } from '../../../../shared/labels'
import { DAY, localDate } from '../../../../shared/time'

/** A grant as it is being written. */
export interface GrantForm {
  phone: string
  person?: FoundPerson
  role: Role
  org?: Pick<OrgItem, 'orgId' | 'name'>
  caps: Cap[]
  untilDate: string
}

/** CLERK is given with a merchant, which comes with the offers. */
const ROLES: readonly Role[] = ['STAFF', 'LAWYER', 'MEDIATOR', 'ADMIN']
/** Given by one administrator, in force when a second one agrees. */
const GRAVE: readonly Cap[] = ['FINANCE', 'APPROVE']
const MOST_DAYS = 365

export const roleChoices = ROLES.map(key => ({ key, label: roleLabels[key] }))
const caps = Object.keys(capLabels) as Cap[]

export const capChoices = (chosen: readonly Cap[]) =>
  caps.map(key => ({ key, label: capLabels[key], chosen: chosen.includes(key) }))

export const emptyGrant = (now: number): GrantForm => ({
  phone: '',
  role: 'STAFF',
  caps: ['EDIT', 'ROLL'],
  untilDate: lastDate(now),
})

/** A year is the most. */
export const lastDate = (now: number): string => localDate(now + MOST_DAYS * DAY)

/** Said before it is done: who must agree. */
export const needsSecond = ({ role, caps }: GrantForm): boolean =>
  role === 'ADMIN' || (role === 'STAFF' && caps.some(cap => GRAVE.includes(cap)))

/** What is missing, in a sentence, or what to send. */
export function toGrant({ person, role, org, caps, untilDate }: GrantForm): RoleGrant | string {
  if (!person) return '请先按手机号找到本人。'
  if (!org) return '请选择工会。'
  if (role === 'STAFF' && caps.length === 0) return '请至少选择一项职责。'
  return { personId: person.personId, role, orgId: org.orgId, caps: role === 'STAFF' ? caps : [], untilDate }
}
