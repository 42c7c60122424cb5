import { boolean, maxLength, picklist, pipe, strictObject, string } from 'valibot'
import { agreements } from '../../../miniprogram/shared/agreements'
import type { Action, Request } from '../../_kit/action'
import { forgetAccount } from '../../_kit/account'
import { AppError, tryAgain } from '../../_kit/errors'
import type { Consent, ConsentPurpose, Person } from '../../../typings/documents'
import { textHash } from './consent'

const MOST_ROWS = 1000
const MOST_TURNS = 5

/** Purposes of their own: what registering needs is given there, and taken back with the account. */
const PURPOSES: readonly ConsentPurpose[] = ['LEGAL_SENSITIVE']

/**
 * Adds a row to the ledger, then makes the account say what the ledger's last row says. Cut off between, or raced, the
 * next try finds the row.
 */
export const consentSet: Action<'account', 'consentSet'> = {
  input: strictObject({
    purpose: picklist(PURPOSES),
    version: pipe(string(), maxLength(20)),
    give: boolean(),
  }),

  async run(request, { purpose, version, give }) {
    const { store, personId, now } = request
    if (give && version !== agreements[purpose].version) throw new AppError('CONSENT_STALE')
    let added = false
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const person = await store.get('persons', personId)
      if (!person) throw new AppError('NEED_REGISTER')
      const rows = await rowsOf(request, purpose)
      const wanted = { personId, purpose, textVersion: agreements[purpose].version, give }
      const last = rows.at(-1)
      if (!added && !says(last, wanted)) {
        const row: Consent = {
          _id: `${personId}:${purpose}:${rows.length + 1}`,
          ...wanted,
          textHash: textHash(purpose),
          at: now,
          scene: 'legal',
        }
        added = await store.insert('consents', row)
        if (!added) continue
        rows.push(row)
      }
      if (await bring(request, person, purpose, rows.at(-1))) return { repeated: !added }
    }
    throw tryAgain()
  },
}

/** In the order they were written: their ids count. */
async function rowsOf({ store, personId }: Request, purpose: ConsentPurpose): Promise<Consent[]> {
  const rows = await store.find('consents', { where: { personId, purpose }, limit: MOST_ROWS })
  const seq = ({ _id }: Consent) => Number(_id.slice(_id.lastIndexOf(':') + 1))
  return rows.sort((a, b) => seq(a) - seq(b))
}

type Said = Pick<Consent, 'give' | 'textVersion'>

/** Nothing was ever said: that is a no. */
function says(row: Said | undefined, { give, textVersion }: Said): boolean {
  if (!row) return !give
  return row.give === give && (!give || row.textVersion === textVersion)
}

/** Makes the account say what the last row says; false when the account was changed meanwhile. */
async function bring(
  { store, personId, now }: Request,
  { rev, consents: given }: Person,
  purpose: ConsentPurpose,
  last: Said | undefined,
): Promise<boolean> {
  const others = Object.entries(given).filter(([key]) => key !== purpose)
  const own = last?.give ? [[purpose, last.textVersion]] : []
  const consents = Object.fromEntries([...others, ...own]) as Person['consents']
  forgetAccount(personId)
  if (given[purpose] === consents[purpose]) return true
  return store.change('persons', { _id: personId, rev }, { consents, updatedAt: now })
}
