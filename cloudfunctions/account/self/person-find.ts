import { pipe, regex, strictObject, string } from 'valibot'
import type { Action } from '../../_kit/action'
import { phoneHash } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { limitTries } from '../../_kit/tries'
import { maskedOf } from './me'

/** Enough to give grants, too few to leaf through numbers. */
const SEARCHES_A_MINUTE = 20

export const personFind: Action<'account', 'personFind'> = {
  input: strictObject({ phone: pipe(string(), regex(/^(\+\d{1,4})?\d{5,15}$/)) }),

  limit: ({ store, personId, now }) => limitTries(store, `${personId}:personFind`, now, SEARCHES_A_MINUTE),

  async run({ store }, { phone }) {
    // a number that changed hands: who registered with it last
    const [person] = await store.find('persons', {
      where: { phoneHash: phoneHash(phone, secrets()) },
      orderBy: { createdAt: -1 },
      limit: 1,
    })
    if (!person) throw new AppError('NOT_FOUND')
    return { personId: person._id, ...maskedOf(person), orgName: person.orgName ?? '' }
  },
}
