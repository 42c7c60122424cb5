import type { Store } from '../../_kit/store'
import type { Place } from '../../../typings/documents'
import type { Hours } from './rule-slots'

/** Documents of one read. */
const PAGE = 1000

/** The slots of a lawyer that begin within these hours (the end excluded), withdrawn ones too, in order. */
export async function lawyerPlaces(store: Store, lawyerId: string, range: Hours): Promise<Place[]> {
  const places: Place[] = []
  for (let from = range.startAt; ;) {
    const page = await store.find('places', {
      where: { refId: lawyerId, startAt: { $gte: from, $lt: range.endAt } },
      orderBy: { startAt: 1 },
      limit: PAGE,
    })
    places.push(...page)
    if (page.length < PAGE) return places
    // a lawyer has one slot at a time
    from = (page.at(-1)?.startAt ?? range.endAt) + 1
  }
}
