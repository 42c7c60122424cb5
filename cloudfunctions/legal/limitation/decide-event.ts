import type { PersonRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import { grantsOf } from '../../_kit/grants'
import { lawyerIdOf } from '../../_kit/identity'
import type { LimitEventInput } from '../../../typings/api/legal'
import type { AppointmentState, LimitationDoc } from '../../../typings/documents'
import { changeCard } from './change-card'
import { cardOf } from './own-card'
import { TURNS } from './report-event'

type Decided = Extract<LimitEventInput, { eventId: string }>

/** In these a lawyer reads the facts of the person they advise. */
const ADVISING: readonly AppointmentState[] = ['CLEARED', 'CONSULTING', 'DONE', 'RATED']

/** A lawyer who advises the person says whether it counts. */
export async function decideEvent(
  request: PersonRequest,
  { limitId, eventId, confirm }: Decided,
): Promise<LimitationDoc> {
  const { store, me, now } = request
  const state = confirm ? 'CONFIRMED' : 'REJECTED'
  const { personId } = await cardOf(store, limitId)
  if (personId === me._id) throw new AppError('SELF_REVIEW')
  if (!(await advises(request, personId))) throw new AppError('NOT_FOUND')
  for (let turn = 0; turn < TURNS; turn++) {
    const card = await cardOf(store, limitId)
    const event = card.events.find(({ id }) => id === eventId)
    if (!event) throw new AppError('NOT_FOUND')
    if (event.state === state) return card
    // what was confirmed by mistake can be taken back: a date that is too late does harm
    if (event.state === 'REJECTED') throw new AppError('STATE_CHANGED')
    const events = card.events.map(one =>
      one === event ? ({ ...event, state, byId: me._id } as const) : one,
    )
    const written = await changeCard(store, card, { events }, now)
    if (written) return written
  }
  throw tryAgain()
}

async function advises({ store, me, now }: PersonRequest, personId: string): Promise<boolean> {
  const grants = await grantsOf(store, me._id, now)
  if (!grants.some(({ role }) => role === 'LAWYER')) return false
  const found = await store.find('appointments', {
    where: { lawyerId: lawyerIdOf(me._id), personId, state: { $in: ADVISING } },
    fields: ['_id'],
    limit: 1,
  })
  return found.length > 0
}
