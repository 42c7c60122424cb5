import { maskName } from '../../../miniprogram/shared/mask'
import { nameOwner, phoneOwner } from '../../account/self/me'
import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { Store } from '../../_kit/store'
import type { Employment, Person } from '../../../typings/documents'

/** Ids of one read. */
const CHUNK = 500

/** Somebody on a list; the name is masked. */
export interface Named {
  name: string
  tail: string
  employment: Employment
}

/** Name and phone of these people, by id. */
export async function namedPeople(store: Store, ids: readonly string[]): Promise<Map<string, Named>> {
  const found: Person[] = []
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK)
    const fields = ['_id', 'name', 'phone', 'employment'] as const
    found.push(...(await store.find('persons', { where: { _id: { $in: some } }, fields, limit: CHUNK })))
  }
  return new Map(found.map(person => [person._id, named(person)]))
}

function named({ _id, name, phone, employment }: Person): Named {
  const tail = open(phone, phoneOwner(_id), secrets()).slice(-4)
  return { name: maskName(open(name, nameOwner(_id), secrets())), tail, employment }
}
