import { nameOwner } from '../../account/self/me'
import { open } from '../../_kit/crypto'
import { secrets } from '../../_kit/keys'
import type { Store } from '../../_kit/store'
import type { Opponent } from '../../../typings/api/legal'
import type { Appointment } from '../../../typings/documents'
import { openText } from '../sealed'
import type { GateAnswer } from './gate'
import { checkGate } from './gate'

/** The two sides of an appointment, and what the gate says of them now. */
export interface Sides extends GateAnswer {
  clientName: string
  opponents: Opponent[]
}

/** The gate anew for an appointment that stands, as a lawyer of this firm would meet it. Two database calls. */
export async function checkGateOf(
  store: Store,
  { _id, personId, opponents: sealed }: Appointment,
  firmHash: string,
  now: number,
): Promise<Sides> {
  const person = await store.get('persons', personId)
  const clientName = person ? open(person.name, nameOwner(personId), secrets()) : ''
  const opponents = JSON.parse(openText(sealed, _id, 'opponents')) as Opponent[]
  return { clientName, opponents, ...(await checkGate(store, { firmHash, opponents, clientName }, now)) }
}
