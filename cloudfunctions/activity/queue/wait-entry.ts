import type { Store } from '../../_kit/store'
import type { Place, Wait, WaitState } from '../../../typings/documents'

export const LIVE = ['WAITING', 'OFFERED'] as const satisfies WaitState[]

type Over = Exclude<WaitState, (typeof LIVE)[number]>

/** One live entry a person: the unique index on it refuses a second. */
export const liveKey = (sessionId: string, personId: string): string => `${sessionId}|${personId}`

/** `{sessionId}/w{n}` */
export const waitId = (sessionId: string, n: number): string => `${sessionId}/w${n}`

export const isLive = ({ state }: Pick<Wait, 'state'>): boolean => state === 'WAITING' || state === 'OFFERED'

/** This person's live entry in this queue. */
export async function liveEntry(
  store: Store,
  sessionId: string,
  personId: string,
): Promise<Wait | undefined> {
  const key = liveKey(sessionId, personId)
  const [entry] = await store.find('waits', { where: { liveKey: key }, limit: 1 })
  return entry
}

/** All entries of this person in this queue, the newest first. */
export async function entriesOf(store: Store, sessionId: string, personId: string): Promise<Wait[]> {
  const entries = await store.find('waits', { where: { personId, sessionId }, limit: 1000 })
  return entries.sort((a, b) => b.n - a.n)
}

/** The entry by which its holder was offered this place. A later one, of who left and joined again, is not meant. */
export function entryOfOffer(entries: readonly Wait[], { rid, at }: Place): Wait | undefined {
  return entries.find(entry => entry.rid === rid) ?? entries.find(entry => isLive(entry) && entry.at <= at)
}

/** Ends a live entry; false when it was over already. `rid` names the holding it ended with, if it did. */
export async function closeEntry(
  store: Store,
  entry: Wait,
  state: Over,
  now: number,
  rid = entry.rid,
): Promise<boolean> {
  return store.change('waits', { _id: entry._id, state: { $in: LIVE } }, over(entry, state, now, rid))
}

/** Ends an entry that still says what was read of it: false when it was offered a place, or is over, since then. */
export async function closeAsRead(store: Store, entry: Wait, state: Over, now: number): Promise<boolean> {
  const { _id, state: read, rid } = entry
  return store.change('waits', { _id, state: read, rid }, over(entry, state, now, rid))
}

/** The place was accepted, whatever the entry says: an answer on another phone may have ended it a moment ago. */
export async function sayAccepted(store: Store, entry: Wait, now: number, rid: string): Promise<void> {
  await store.change('waits', { _id: entry._id }, over(entry, 'ACCEPTED', now, rid))
}

function over({ _id }: Wait, state: Over, now: number, rid: string): Partial<Wait> {
  return { state, rid, liveKey: _id, answers: null, endedAt: now }
}

/** Says on a live entry what was offered to it; false when it was over already, or said so. */
export async function markOffered(store: Store, { _id }: Wait, rid: string): Promise<boolean> {
  return store.change('waits', { _id, state: { $in: LIVE } }, { state: 'OFFERED', rid })
}
