import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import { maskName, maskPhone } from '../../../miniprogram/shared/mask'
import type { Me } from '../../../typings/api/account'
import type { Person } from '../../../typings/documents'

/** A person as shown to themselves. */
export function meOf(person: Person): Me {
  const { _id, employment, status, orgName, memberNo, prefs, suspendedUntil } = person
  return {
    personId: _id,
    ...maskedOf(person),
    employment,
    status,
    largeText: prefs.largeText,
    ...(orgName !== undefined && { orgName }),
    ...(memberNo !== undefined && { memberNo }),
    ...(suspendedUntil !== undefined && { suspendedUntil }),
  }
}

/** Name and phone as lists show them: 林*, 138****6620. */
export function maskedOf({ _id, name, phone }: Person): { name: string; phone: string } {
  return {
    name: maskName(open(name, nameOwner(_id), secrets())),
    phone: maskPhone(open(phone, phoneOwner(_id), secrets())),
  }
}

/** What the envelopes are bound to. */
export const nameOwner = (personId: string) => `${personId}.name`
export const phoneOwner = (personId: string) => `${personId}.phone`
