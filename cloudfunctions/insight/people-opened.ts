import { maskName } from '../../miniprogram/shared/mask'
import type { Employment, Person } from '../../typings/documents'
import { open } from '../_kit/crypto'
import { secrets } from '../_kit/keys'
import type { Store } from '../_kit/store'
import { nameOwner, phoneOwner } from '../account/self/me'

/** Somebody on a list that leaves: masked, or in full where that was asked for. */
export interface Opened {
  name: string
  /** Last four digits; the whole number in full. */
  phone: string
  employment: Employment
}

/** Of at most 1,000 people, by id, in one read. */
export async function peopleOpened(
  store: Store,
  ids: readonly string[],
  full: boolean,
): Promise<Map<string, Opened>> {
  if (ids.length === 0) return new Map()
  const people = await store.find('persons', {
    where: { _id: { $in: ids } },
    fields: ['_id', 'name', 'phone', 'employment'],
    limit: ids.length,
  })
  return new Map(people.map(person => [person._id, opened(person, full)]))
}

function opened({ _id, name: sealedName, phone: sealedPhone, employment }: Person, full: boolean): Opened {
  const name = open(sealedName, nameOwner(_id), secrets())
  const phone = open(sealedPhone, phoneOwner(_id), secrets())
  return full ? { name, phone, employment } : { name: maskName(name), phone: phone.slice(-4), employment }
}

/** The name of who exports, in full; their id when they never registered. */
export async function personNamed(store: Store, personId: string): Promise<string> {
  const opened = await peopleOpened(store, [personId], true)
  return opened.get(personId)?.name ?? personId
}
