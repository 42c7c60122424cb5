import {
  array,
  forward,
  literal,
  maxLength,
  optional,
  partialCheck,
  pipe,
  strictObject,
  transform,
} from 'valibot'
import type { Action } from '../../_kit/action'
import { noticeId } from '../input'
import { unreadOf } from './unread'

/** Notices told in one call. */
const MOST_IDS = 50

export const inboxRead: Action<'account', 'inboxRead'> = {
  input: pipe(
    strictObject({
      ids: optional(pipe(array(noticeId), maxLength(MOST_IDS))),
      all: optional(literal(true)),
    }),
    forward(
      partialCheck([['ids'], ['all']], ({ ids, all }) => (ids === undefined) !== (all === undefined)),
      ['ids'],
    ),
    transform(({ ids }) => (ids ? { ids } : { all: true as const })),
  ),

  async run(request, input) {
    const { store, personId, now } = request
    const these = 'ids' in input && { _id: { $in: input.ids } }
    await store.changeAll('notices', { personId, readAt: 0, ...these }, { readAt: now })
    return { unread: await unreadOf(request) }
  },
}
