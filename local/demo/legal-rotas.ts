import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { freePlace } from '../../cloudfunctions/_kit/places/place'
import { slotRange } from '../../cloudfunctions/legal/rota/make-slots'
import { planSlots } from '../../cloudfunctions/legal/rota/plan-slots'
import { emptyRota } from '../../cloudfunctions/legal/rota/rota-document'
import { wantedSlots } from '../../cloudfunctions/legal/rota/wanted-slots'
import { slotIdOf } from '../../cloudfunctions/legal/slot-id'
import type { Place, Rota } from '../../typings/documents'
import { ulidOf } from './activities'
import { demoCalendar } from './legal-calendar'
import { demoLawyers, lawyerIdFor } from './legal-lawyers'

const SLOT_MS = 30 * 60_000

export function rotas(at: number, secrets: Secrets): Rota[] {
  return demoLawyers.map(({ key, mode, rule, leaves = [] }, i) => ({
    ...emptyRota(lawyerIdFor(key, secrets), at),
    rev: 1,
    leaves,
    rules: [
      {
        ...{
          id: `ru_${ulidOf(90, i)}`,
          slotMin: 30,
          everyWeeks: 1,
          anchorDate: '2026-08-31',
          untilDate: null,
        },
        ...{ onHoliday: 'SKIP', onMakeup: 'SKIP', modes: [mode] },
        ...rule,
      },
    ],
  }))
}

/** What a lawyer's rota gives from `now` on, all of it free. */
export function freeSlotsOf(rota: Rota, now: number): Place[] {
  return planSlots(rota.lawyerId, [], wantedSlots(rota, demoCalendar, slotRange(now)), now).insert
}

/** One that lies behind us, or that begins now. */
export function slotAt({ lawyerId, rules }: Rota, startAt: number): Place {
  const pool = slotIdOf(lawyerId, startAt)
  const slot = { pool, refId: lawyerId, segments: [], maxNo: 1, startAt, endAt: startAt + SLOT_MS }
  return { ...freePlace(slot, 1), segment: rules[0]?.modes.join() ?? '' }
}
