import { array, maxLength, minLength, picklist, pipe, strictObject } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { seal } from '../../_kit/crypto'
import { tryAgain } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { balanceId, openidOwner } from '../../_kit/sub-balance'
import { templates } from '../../../miniprogram/shared/templates'
import type { SubscribeReport } from '../../../typings/api/account'
import type { TemplateKey } from '../../../typings/documents'
import { opId } from '../input'
import { counted } from './sub-count'

const TEMPLATES = Object.keys(templates) as TemplateKey[]
const ANSWERS = ['accept', 'reject', 'ban'] as const
/** A report meets the one message that is sent meanwhile, or another report of the same person. */
const TURNS = 5

export const subscribeReport: Action<'account', 'subscribeReport'> = {
  input: strictObject({
    opId,
    results: pipe(
      array(strictObject({ template: picklist(TEMPLATES), answer: picklist(ANSWERS) })),
      minLength(1),
      maxLength(TEMPLATES.length),
    ),
  }),

  async run(request, { opId, results }) {
    for (const result of results) await count(request, opId, result)
    const { store, personId } = request
    const kept = await store.find('sub_balance', { where: { personId }, limit: TEMPLATES.length })
    return { balance: kept.map(({ template, count, banned }) => ({ template, count, banned })) }
  },
}

type Result = SubscribeReport['results'][number]

async function count({ store, personId, openid, now }: PersonRequest, opId: string, result: Result) {
  const { template, answer } = result
  const _id = balanceId(personId, template)
  for (let turn = 0; turn < TURNS; turn++) {
    const old = await store.get('sub_balance', _id)
    const anew = counted(old, opId, answer)
    if (!anew) return
    const set = { ...anew, openid: seal(openid, openidOwner(personId), secrets()), updatedAt: now }
    const written = old
      ? await store.change('sub_balance', { _id, rev: old.rev }, set)
      : await store.insert('sub_balance', { _id, personId, template, createdAt: now, rev: 1, ...set })
    if (written) return
  }
  throw tryAgain()
}
