import { open, seal } from '../../_kit/crypto'
import { derivedUlid } from '../../_kit/ids'
import type { Secrets } from '../../_kit/keys'
import { secrets } from '../../_kit/keys'
import type { Opponent } from '../../../typings/api/legal'
import type { Lawyer, Party } from '../../../typings/documents'
import { partyKeys } from './party-keys'

export interface Relation {
  kind: Party['kind']
  party: Opponent
  /** Local date. */
  untilDate: string
  /** The consultation it follows from; '' for what a lawyer declares. */
  refId: string
}

/** One row a party: named again it is the same one. */
export function partyRow(
  { _id: declarerId, firmHash }: Pick<Lawyer, '_id' | 'firmHash'>,
  { kind, party, untilDate, refId }: Relation,
  keys: Secrets = secrets(),
): Party {
  const { nameHash, usccHash, grams } = partyKeys(party, keys)
  const _id = `pt_${declarerId}_${kind}_${derivedUlid(`${nameHash}|${usccHash}`)}`
  const name = seal(JSON.stringify(party), _id, keys)
  return { _id, kind, declarerId, firmHash, name, nameHash, usccHash, grams, untilDate, refId }
}

/** Name and code, as they were declared. */
export const partyOf = ({ _id, name }: Party): Opponent => JSON.parse(open(name, _id, secrets())) as Opponent
