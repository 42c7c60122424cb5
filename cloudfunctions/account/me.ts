import { open } from '../_kit/crypto'
import { secrets } from '../_kit/keys'
import { maskName, maskPhone } from '../../miniprogram/shared/mask'
import type { Me } from '../../typings/api/account'
import type { Person } from '../../typings/documents'

/** A person as shown to themselves. */
export function meOf(person: Person): Me {
  const { _id, name, phone, employment, status, orgName, memberNo, prefs, suspendedUntil } = person
  return {
    personId: _id,
    name: maskName(open(name, nameOwner(_id), secrets())),
    phone: maskPhone(open(phone, phoneOwner(_id), secrets())),
    employment,
    status,
    largeText: prefs.largeText,
    ...(orgName !== undefined && { orgName }),
    ...(memberNo !== undefined && { memberNo }),
    ...(suspendedUntil !== undefined && { suspendedUntil }),
  }
}

/** What the envelopes are bound to. */
export const nameOwner = (personId: string) => `${personId}.name`
export const phoneOwner = (personId: string) => `${personId}.phone`
