import {
  array,
  boolean,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot'
import { forgetAccount } from '../../_kit/account'
import { phoneHash, seal } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { isRisky, phoneNumberOf } from '../../_kit/openapi'
import type { Action, Request } from '../../_kit/action'
import type { Registration } from '../../../typings/api/account'
import type { ConsentPurpose, Employment, Person } from '../../../typings/documents'
import { consentRefusal, consentRows } from './consent'
import { meOf, nameOwner, phoneOwner } from './me'

const EMPLOYMENTS: readonly Employment[] = ['OFFICE', 'COURIER', 'RIDER', 'SANITATION', 'DRIVER', 'OTHER']
const PURPOSES: readonly ConsentPurpose[] = ['PROFILE', 'PHONE']

/**
 * One insert makes the person, with the ledger rows it owes in its outbox; then the rows are written by their ids and
 * the outbox is emptied. Cut off anywhere, the next try finds the person and goes on, though the phone code is spent.
 */
export const register: Action<'account', 'register'> = {
  input: strictObject({
    // two letters of any script or more, with the dot of minority names: nothing that a template or a log could take for more
    name: pipe(string(), trim(), maxLength(20), regex(/^\p{L}[\p{L}\p{M}·' -]*[\p{L}\p{M}]$/u)),
    phoneCode: pipe(string(), minLength(1), maxLength(200)),
    employment: picklist(EMPLOYMENTS),
    largeText: optional(boolean()),
    consents: pipe(
      array(strictObject({ purpose: picklist(PURPOSES), version: pipe(string(), maxLength(20)) })),
      maxLength(10),
    ),
  }),

  async run(request, input) {
    const { store, personId } = request
    const person = (await store.get('persons', personId)) ?? (await create(request, input))
    await settle(request, person)
    forgetAccount(personId)
    return meOf(person)
  },
}

async function create({ store, openid, personId, now }: Request, input: Registration): Promise<Person> {
  const { name, phoneCode, employment, largeText = false } = input
  const refusal = consentRefusal(input.consents)
  if (refusal) throw new AppError(refusal)
  if (await isRisky(name, openid)) throw new AppError('CONTENT_RISKY', { field: 'name' })
  const phone = await phoneNumberOf(phoneCode)
  if (phone === undefined) throw new AppError('PHONE_FAILED')
  const rows = consentRows(personId, now)
  const person: Person = {
    _id: personId,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    name: seal(name, nameOwner(personId), secrets()),
    phone: seal(phone, phoneOwner(personId), secrets()),
    phoneHash: phoneHash(phone, secrets()),
    employment,
    status: 'REGISTERED',
    prefs: { largeText },
    consents: Object.fromEntries(rows.map(({ purpose, textVersion }) => [purpose, textVersion])),
    outbox: rows,
  }
  if (await store.insert('persons', person)) return person
  // another tap of the same person was faster: theirs counts
  const first = await store.get('persons', personId)
  if (!first) throw new AppError('CONFLICT_RETRY')
  return first
}

async function settle({ store, now }: Request, { _id, rev, outbox }: Person): Promise<void> {
  if (outbox.length === 0) return
  for (const row of outbox) await store.insert('consents', row)
  await store.change('persons', { _id, rev }, { outbox: [], updatedAt: now })
}
