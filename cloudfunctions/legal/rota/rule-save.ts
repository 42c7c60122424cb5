import { boolean, optional, strictObject } from 'valibot'
import type { Action, Request } from '../../_kit/action'
import { readCalendar } from '../../_kit/calendar'
import { AppError } from '../../_kit/errors'
import { dayStart } from '../../../miniprogram/shared/time'
import type { Rota } from '../../../typings/documents'
import { revision } from '../../account/input'
import { changeRota } from './change-rota'
import { heldSlots } from './held-slots'
import { lawyerPlaces } from './lawyer-places'
import type { LawyerRota } from './lawyer-rota'
import { lawyerId, loadLawyerRota } from './lawyer-rota'
import { makeSlots, slotRange } from './make-slots'
import type { SlotPlan } from './plan-slots'
import { planSlots } from './plan-slots'
import { nextRules, ruleIdOf, saysRule } from './rule-change'
import { ruleSchema } from './rule-schema'
import { wantedSlots } from './wanted-slots'

export const ruleSave: Action<'legal', 'ruleSave', LawyerRota> = {
  input: strictObject({
    lawyerId: optional(lawyerId),
    rev: revision,
    preview: boolean(),
    rule: ruleSchema,
    remove: optional(boolean()),
  }),

  load: loadLawyerRota,

  async run(request, { rev, preview, rule, remove = false }, { lawyer, rota }) {
    const { store, now } = request
    const change = { rev, rule, remove }
    if (preview) {
      if (rota.rev !== rev) throw new AppError('STALE_REV')
      return answer(
        request,
        rota,
        await foresee(request, { ...rota, rules: nextRules(rota, lawyer, change) }),
      )
    }
    const id = ruleIdOf(lawyer._id, change)
    const changed = await changeRota(
      store,
      rota,
      {
        rev,
        done: stored => saysRule(stored, change, id),
        next: stored => ({ rules: nextRules(stored, lawyer, change) }),
      },
      now,
    )
    return answer(request, changed, await makeSlots(store, lawyer._id, now))
  },
}

/** What `makeSlots` would do. */
async function foresee({ store, now }: Request, rota: Rota): Promise<SlotPlan> {
  const range = slotRange(now)
  const [calendar, places] = await Promise.all([
    readCalendar(store),
    lawyerPlaces(store, rota.lawyerId, { ...range, startAt: dayStart(now) }),
  ])
  return planSlots(rota.lawyerId, places, wantedSlots(rota, calendar, range), now)
}

async function answer({ store }: Request, { lawyerId, rev }: Rota, plan: SlotPlan) {
  const reopened = plan.open.filter(({ from }) => from.state === 'BLOCKED')
  return {
    slotsAdded: plan.insert.length + reopened.length,
    slotsRemoved: plan.block.length,
    clashes: await heldSlots(store, lawyerId, plan.uncovered),
    rev,
  }
}
