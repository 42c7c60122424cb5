import type { Request } from '../../_kit/action'

/** Notices that the caller has not read. */
export const unreadOf = ({ store, personId }: Request): Promise<number> =>
  store.count('notices', { personId, readAt: 0 })
