import { maxLength, minLength, optional, pipe, regex, strictObject, string, trim } from 'valibot'
import type { Action } from '../../_kit/action'
import { orgId } from '../input'
import { orgItems } from './org-item'

const MOST_CHILDREN = 1000
const MOST_FOUND = 50

/** Without `parentId` and `q` the root itself. */
export const orgTree: Action<'account', 'orgTree'> = {
  input: strictObject({
    parentId: optional(orgId),
    // a pattern with a zero byte is refused by the database
    q: optional(pipe(string(), trim(), minLength(1), maxLength(20), regex(/^\P{Cc}*$/u))),
  }),

  async run({ store }, { parentId = '', q }) {
    const orgs = await store.find('orgs', {
      where: q === undefined ? { parentId } : { name: { $regex: literally(q) } },
      orderBy: { createdAt: 1, _id: 1 },
      limit: q === undefined ? MOST_CHILDREN : MOST_FOUND,
    })
    return { orgs: await orgItems(store, orgs) }
  },
}

/** A pattern that means these characters and no others. */
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
