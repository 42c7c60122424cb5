import { boolean, optional, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { derivedUlid } from '../../_kit/ids'
import { opId, revision } from '../../account/input'
import { localDate } from '../../../miniprogram/shared/time'
import type { LegalApi } from '../../../typings/api/legal'
import type { LimitationDoc } from '../../../typings/documents'
import { changeCard, remindLater } from './change-card'
import { checkDates, limitFields, limitId, MOST_EVENTS } from './limit-input'
import { deadlineOf, limitationView, MOST_CARDS } from './limitation-view'
import { ownCard } from './own-card'
import { isSaved, savedFields } from './saved-fields'

type Input = Parameters<LegalApi['limitSave']>[0]

export const limitSave: Action<'legal', 'limitSave'> = {
  input: strictObject({
    ...limitFields,
    limitId: optional(limitId),
    opId,
    rev: revision,
    remind: boolean(),
  }),

  async run(request, input) {
    checkDates(input, localDate(request.now))
    const card =
      input.limitId === undefined
        ? await create(request, input)
        : await overwrite(request, input, input.limitId)
    return limitationView(card, request.now)
  },
}

/** The id is made of the person and the request: a second tap meets the first one's card. */
async function create({ store, me, now }: PersonRequest, input: Input): Promise<LimitationDoc> {
  if (input.rev !== 0) throw new AppError('STALE_REV')
  const personId = me._id
  const _id = `lm_${derivedUlid(`limitation|${personId}|${input.opId}`)}`
  const cards = await store.find('limitations', { where: { personId, removedAt: 0 }, limit: 2 * MOST_CARDS })
  const known = cards.find(card => card._id === _id)
  if (known) return sameAgain(known, input)
  if (cards.length >= MOST_CARDS) throw new AppError('QUOTA_PERSON')
  const fields = savedFields(input, [])
  const card: LimitationDoc = {
    ...{ _id, createdAt: now, updatedAt: now, rev: 1, personId },
    ...fields,
    deadline: deadlineOf(fields, now),
    since: now,
    removedAt: 0,
  }
  if (fields.remind) await remindLater(store, _id, now)
  if (await store.insert('limitations', card)) return card
  return sameAgain(await ownCard(store, _id, personId), input)
}

function sameAgain(card: LimitationDoc, input: Input): LimitationDoc {
  if (!isSaved(card, input)) throw new AppError('OP_MISMATCH')
  return card
}

async function overwrite(
  { store, me, now }: PersonRequest,
  input: Input,
  limitId: string,
): Promise<LimitationDoc> {
  const card = await ownCard(store, limitId, me._id)
  const fields = savedFields(input, card.events)
  if (fields.events.length > MOST_EVENTS) throw new AppError('QUOTA_PERSON')
  const written = card.rev === input.rev ? await changeCard(store, card, fields, now) : undefined
  if (written) return written
  const there = await ownCard(store, limitId, me._id)
  // a second tap, or a retry
  if (there.rev !== input.rev + 1 || !isSaved(there, input)) throw new AppError('STALE_REV')
  return there
}
