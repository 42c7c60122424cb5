import { nameOwner } from '../../account/self/me'
import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { LawyerItem } from '../../../typings/api/legal'
import type { Lawyer, Person, Sealed } from '../../../typings/documents'

const SHOWN = 4

export const licenceOwner = (lawyerId: string): string => `${lawyerId}.licence`

export function lawyerItem(
  { _id: lawyerId, personId, surname, firm, licenceNo, services, modes, site, active, rev }: Lawyer,
  person: Person | undefined,
): LawyerItem {
  return {
    lawyerId,
    personId,
    name: nameOf(person),
    surname,
    firm,
    licence: licenceOf(licenceNo, lawyerId).slice(-SHOWN),
    services,
    modes,
    ...(site && { site }),
    active,
    rev,
  }
}

/** Somebody who may advise, and whose profile nobody has made yet. */
export function emptyLawyer(lawyerId: string, personId: string, person: Person | undefined): LawyerItem {
  return {
    ...{ lawyerId, personId, name: nameOf(person), surname: '', firm: '', licence: '' },
    ...{ services: [], modes: [], active: false, rev: 0 },
  }
}

export const licenceOf = (sealed: Sealed, lawyerId: string): string =>
  open(sealed, licenceOwner(lawyerId), secrets())

const nameOf = (person: Person | undefined): string =>
  person ? open(person.name, nameOwner(person._id), secrets()) : ''
