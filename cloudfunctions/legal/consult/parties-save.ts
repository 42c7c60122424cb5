import { createHash } from 'node:crypto'
import { array, maxLength, minLength, optional, pipe, regex, strictObject, string, trim } from 'valibot'
import { localDate } from '../../../miniprogram/shared/time'
import type { Action } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import type { Store } from '../../_kit/store'
import type { Lawyer, Party } from '../../../typings/documents'
import { localDay } from '../../account/input'
import { standsSince } from '../gate/gate'
import { partyKeys } from '../gate/party-keys'
import { partyOf, partyRow } from '../gate/party-rows'
import { conflictWith } from './conflict-with'
import { declared } from './declared'

const MOST_PARTIES = 500

const party = strictObject({
  name: pipe(string(), trim(), minLength(2), maxLength(60)),
  uscc: optional(pipe(string(), regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/))),
  untilDate: localDay,
})

/** The whole list. What is left out of it ends today, and stands two years longer. */
export const partiesSave: Action<'legal', 'partiesSave'> = {
  input: strictObject({ parties: pipe(array(party), maxLength(MOST_PARTIES)) }),

  async run({ store, lawyerId, now }, { parties }) {
    const lawyer = await store.get('lawyers', lawyerId)
    if (!lawyer) throw new AppError('NOT_FOUND')
    const rows = parties.map(({ untilDate, ...party }) =>
      partyRow(lawyer, { kind: 'DECLARED', party, untilDate, refId: '' }),
    )
    const wanted = [...new Map(rows.map(row => [row._id, row])).values()]
    const partiesHash = hashOf(wanted, lawyer)
    if (partiesHash === lawyer.partiesHash) return { count: wanted.length, conflicted: 0 }
    const proof = proofOf(wanted, now)
    // before: nobody goes on reading, should the rest be cut off; after: what was booked meanwhile
    const before = await conflictWith(store, lawyer.firmHash, proof, now)
    const ids = wanted.map(({ _id }) => _id)
    await put(store, await declared(store, lawyerId, now, ids), wanted, now)
    const after = await conflictWith(store, lawyer.firmHash, proof, now)
    await store.change('lawyers', { _id: lawyerId }, { partiesHash })
    return { count: wanted.length, conflicted: before + after }
  },
}

async function put(
  store: Store,
  there: readonly Party[],
  wanted: readonly Party[],
  now: number,
): Promise<void> {
  const today = localDate(now)
  const shall = new Map(wanted.map(row => [row._id, row]))
  await store.insertMissing('parties', wanted)
  for (const { _id, untilDate: was, firmHash: of } of there) {
    const { untilDate, firmHash } = shall.get(_id) ?? { untilDate: was < today ? was : today, firmHash: of }
    if (untilDate !== was || firmHash !== of) await store.change('parties', { _id }, { untilDate, firmHash })
  }
}

/** Of those that stand. */
function proofOf(rows: readonly Party[], now: number): string[] {
  const standing = rows.filter(({ untilDate }) => untilDate > standsSince(now))
  return standing.flatMap(row => partyKeys(partyOf(row)).proof)
}

function hashOf(rows: readonly Party[], { firmHash }: Lawyer): string {
  const lines = rows.map(({ _id, untilDate }) => `${_id} ${untilDate}`).sort()
  return createHash('sha256')
    .update([firmHash, ...lines].join('\n'))
    .digest('hex')
}
