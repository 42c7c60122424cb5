import { strictObject } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { lawyerIdOf } from '../../_kit/identity'
import { localDate } from '../../../miniprogram/shared/time'
import type { Grant } from '../../../typings/documents'
import { within } from '../../insight/within'
import { emptyLawyer, lawyerItem } from './lawyer-item'

const MOST = 1000

/** Who has a profile in the caller's organisations, then who holds a grant there and has none. */
export const lawyerList: Action<'legal', 'lawyerList'> = {
  input: strictObject({}),

  async run(request) {
    const { store, scope } = request
    const [lawyers, grants] = await Promise.all([
      store.find('lawyers', {
        where: { $or: within(scope.paths) },
        orderBy: { firm: 1, _id: 1 },
        limit: MOST,
      }),
      grantsWithin(request),
    ])
    const known = new Set(lawyers.map(({ personId }) => personId))
    const others = [...new Set(grants.map(({ personId }) => personId))].filter(id => !known.has(id))
    const ids = [...known, ...others]
    const found = await store.find('persons', { where: { _id: { $in: ids } }, limit: ids.length || 1 })
    const persons = new Map(found.map(person => [person._id, person]))
    return {
      lawyers: [
        ...lawyers.map(lawyer => lawyerItem(lawyer, persons.get(lawyer.personId))),
        ...others.map(id => emptyLawyer(lawyerIdOf(id), id, persons.get(id))),
      ],
    }
  },
}

function grantsWithin({ store, scope, now }: StaffRequest): Promise<Grant[]> {
  return store.find('grants', {
    where: {
      role: 'LAWYER',
      state: 'ACTIVE',
      untilDate: { $gte: localDate(now) },
      $or: within(scope.paths),
    },
    limit: MOST,
  })
}
