import { optional, strictObject } from 'valibot'
import type { Action } from '../../_kit/action'
import { readCursor, writeCursor } from '../../_kit/cursor'
import type { InboxItem } from '../../../typings/api/account'
import type { Notice } from '../../../typings/documents'
import { cursor } from '../input'

const PAGE = 20

export const inbox: Action<'account', 'inbox'> = {
  input: strictObject({ cursor: optional(cursor) }),

  async run({ store, personId }, { cursor }) {
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const found = await store.find('notices', {
      where: {
        personId,
        ...(mark && {
          createdAt: { $lte: mark.at },
          $or: [{ createdAt: { $lt: mark.at } }, { createdAt: mark.at, _id: { $lt: mark.id } }],
        }),
      },
      orderBy: { createdAt: -1, _id: -1 },
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    const items = page.map(itemOf)
    return last && found.length > PAGE
      ? { items, next: writeCursor({ at: last.createdAt, id: last._id }) }
      : { items }
  },
}

function itemOf({ _id: noticeId, trigger, title, body, page, createdAt: at, readAt }: Notice): InboxItem {
  return { noticeId, trigger, title, body, page, at, read: readAt > 0 }
}
