import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { partyRow } from '../../cloudfunctions/legal/gate/party-rows'
import { open } from '../../cloudfunctions/_kit/crypto'
import { localDate } from '../../miniprogram/shared/time'
import type { Opponent } from '../../typings/api/legal'
import type { Appointment, Lawyer, Party } from '../../typings/documents'
import { lawyerIdFor } from './legal-lawyers'
import { personas } from './personas'
import { personIdFor } from './people'

const DECLARED = { name: '演示速捷配送有限公司' }

/** What 叶知秋 has declared, and both sides of every consultation that was cleared. */
export function parties(all: readonly Appointment[], lawyers: readonly Lawyer[], secrets: Secrets): Party[] {
  const ye = lawyers.filter(({ _id }) => _id === lawyerIdFor('ye', secrets))
  const declared = { kind: 'DECLARED', party: DECLARED, untilDate: '2027-12-31', refId: '' } as const
  const cleared = all.filter(({ clearedAt }) => clearedAt > 0)
  return [
    ...ye.map(lawyer => partyRow(lawyer, declared, secrets)),
    ...cleared.flatMap(appointment => sidesOf(appointment, secrets)),
  ]
}

function sidesOf(appointment: Appointment, secrets: Secrets): Party[] {
  const { _id: refId, lawyerId, firmHash, personId, endAt, opponents } = appointment
  const lawyer = { _id: lawyerId, firmHash }
  const client = personas.find(({ openid }) => personIdFor(openid, secrets) === personId)
  const others = JSON.parse(open(opponents, `${refId}:opponents`, secrets)) as Opponent[]
  const about = { untilDate: localDate(endAt), refId }
  return [
    partyRow(lawyer, { kind: 'CLIENT', party: { name: client?.name ?? '' }, ...about }, secrets),
    ...others.map(party => partyRow(lawyer, { kind: 'OPPONENT', party, ...about }, secrets)),
  ]
}
