import { maxLength, optional, pipe, regex, strictObject, string } from 'valibot'
import type { Action } from '../../_kit/action'
import { readCursor, writeCursor } from '../../_kit/cursor'
import { myAppointment } from './my-appointment'

const PAGE = 20

/** The latest first. */
export const mine: Action<'legal', 'mine'> = {
  input: strictObject({ cursor: optional(pipe(string(), maxLength(50), regex(/^\d{1,13}_apt_\w{26}$/))) }),

  async run({ store, me }, { cursor }) {
    const mark = cursor === undefined ? undefined : readCursor(cursor)
    const read = await store.find('appointments', {
      where: {
        personId: me._id,
        ...(mark && {
          $or: [{ startAt: { $lt: mark.at } }, { startAt: mark.at, _id: { $lt: mark.id } }],
        }),
      },
      orderBy: { startAt: -1, _id: -1 },
      limit: PAGE + 1,
    })
    const page = read.slice(0, PAGE)
    const last = page.at(-1)
    if (!last) return { items: [] }
    const ids = [...new Set(page.map(({ lawyerId }) => lawyerId))]
    const lawyers = await store.find('lawyers', { where: { _id: { $in: ids } }, limit: ids.length })
    const items = page.map(one =>
      myAppointment(
        one,
        lawyers.find(({ _id }) => _id === one.lawyerId),
      ),
    )
    return read.length > PAGE ? { items, next: writeCursor({ at: last.startAt, id: last._id }) } : { items }
  },
}
