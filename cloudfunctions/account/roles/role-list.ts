import { optional, strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { readCursor, writeCursor } from '../../_kit/cursor'
import { grantItem } from './grant-item'
import { cursor, orgId, personId } from '../input'

const PAGE = 20

/** What was given or changed last comes first. */
export const roleList: Action<'account', 'roleList'> = {
  input: strictObject({ orgId: optional(orgId), personId: optional(personId), cursor: optional(cursor) }),

  async run(request, { orgId, personId, cursor }) {
    const { store } = request
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const found = await store.find('grants', {
      where: {
        ...(orgId !== undefined && { orgId }),
        ...(personId !== undefined && { personId }),
        ...(mark && {
          $or: [{ updatedAt: { $lt: mark.at } }, { updatedAt: mark.at, _id: { $lt: mark.id } }],
        }),
      },
      orderBy: { updatedAt: -1, _id: -1 },
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const ids = [...new Set(page.map(({ personId }) => personId))]
    const persons =
      ids.length > 0 ? await store.find('persons', { where: { _id: { $in: ids } }, limit: PAGE }) : []
    const byId = new Map(persons.map(person => [person._id, person]))
    const items = page.map(grant => grantItem(grant, byId.get(grant.personId), request))
    const last = page.at(-1)
    return last && found.length > PAGE
      ? { items, next: writeCursor({ at: last.updatedAt, id: last._id }) }
      : { items }
  },
}
