import type { Page } from '../../typings/contract'
import { attempt, say, type Attempt } from './attempt'
import { cached } from './cached'

/** A list that is read page by page. A page keeps one in a field of its own and hands it to `readFirst` and `readMore`. */
export interface Paged<T> {
  items: T[]
  next?: string
  /** When the phone's copy was taken, if that is what stands here. */
  copyAt?: number
  /** Readings are numbered: the answer to an older one comes too late. */
  asked: number
  more: boolean
}

export const paged = <T>(): Paged<T> => ({ items: [], asked: 0, more: false })

/** Reads the list anew, kept under `key`; `undefined` when a newer reading has begun meanwhile. */
export async function readFirst<T>(
  list: Paged<T>,
  key: string,
  read: () => Promise<Page<T>>,
): Promise<Attempt<Paged<T>> | undefined> {
  const number = ++list.asked
  const answer = await attempt(() => cached(key, read))
  if (number !== list.asked) return undefined
  if (!answer.ok) return answer
  const { value, copyAt } = answer.value
  list.items = value.items
  list.copyAt = copyAt
  // a copy is its first page
  list.next = copyAt === undefined ? value.next : undefined
  return { ok: true, value: list }
}

/** Reads the page behind the last one; true when the list has grown. An item that moved meanwhile is not listed twice. */
export async function readMore<T>(
  list: Paged<T>,
  idOf: (item: T) => string,
  read: (cursor: string) => Promise<Page<T>>,
): Promise<boolean> {
  const { next, asked } = list
  if (next === undefined || list.more) return false
  list.more = true
  const answer = await attempt(() => read(next))
  list.more = false
  if (asked !== list.asked) return false
  if (!answer.ok) {
    say(answer.failure)
    return false
  }
  const known = new Set(list.items.map(idOf))
  list.items.push(...answer.value.items.filter(item => !known.has(idOf(item))))
  list.next = answer.value.next
  return true
}
