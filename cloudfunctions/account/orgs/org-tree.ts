import { maxLength, minLength, optional, pipe, regex, strictObject, string, trim } from 'valibot'
import type { Action } from '../../_kit/action'
import { readCursor, writeCursor } from '../../_kit/cursor'
import { fitting } from '../../_kit/page-size'
import type { Filter } from '../../_kit/store'
import type { OrgFilter } from '../../../typings/api/account'
import type { Org } from '../../../typings/documents'
import { cursor, orgId } from '../input'
import { orgItems } from './org-item'

const PAGE = 100

export const orgTree: Action<'account', 'orgTree'> = {
  input: strictObject({
    parentId: optional(orgId),
    // a pattern with a zero byte is refused by the database
    q: optional(pipe(string(), trim(), minLength(1), maxLength(20), regex(/^\P{Cc}*$/u))),
    cursor: optional(cursor),
  }),

  async run({ store }, input) {
    const orgs = await store.find('orgs', {
      where: filterOf(input),
      orderBy: { createdAt: 1, _id: 1 },
      limit: PAGE + 1,
    })
    const items = fitting(await orgItems(store, orgs), PAGE)
    const last = orgs[items.length - 1]
    return last && items.length < orgs.length
      ? { items, next: writeCursor({ at: last.createdAt, id: last._id }) }
      : { items }
  },
}

function filterOf({ parentId = '', q, cursor }: OrgFilter): Filter<Org> {
  const mark = cursor === undefined ? undefined : readCursor(cursor)
  return {
    ...(q === undefined ? { parentId } : { name: { $regex: literally(q) } }),
    ...(mark && { $or: [{ createdAt: { $gt: mark.at } }, { createdAt: mark.at, _id: { $gt: mark.id } }] }),
  }
}

/** A pattern that means these characters and no others. */
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
