import { attempt, type Attempt } from './attempt'
import type { ErrorCode } from '../shared/errors'

/** Says nothing about the item: it is sent again later. */
const UNANSWERED: readonly ErrorCode[] = [
  'OFFLINE',
  'UNREACHABLE',
  'INTERNAL',
  'CONFLICT_RETRY',
  'RATE_LIMITED',
]

/** What the server must be told, kept on the phone until it answered; sent one by one, the oldest first. */
export interface Outbox<T> {
  waiting(): T[]
  add(item: T): void
  flush(): Promise<void>
}

/** `key` names the storage. `send` may run twice for one item. `answered` hears what became of it. */
export function outbox<T, Answer>(
  key: string,
  send: (item: T) => Promise<Answer>,
  answered: (item: T, answer: Attempt<Answer>) => void = () => undefined,
): Outbox<T> {
  let flushing: Promise<void> | undefined

  function waiting(): T[] {
    const stored: T[] | '' = wx.getStorageSync(key)
    return stored || []
  }

  async function sendAll(): Promise<void> {
    for (let item = waiting()[0]; item !== undefined; item = waiting()[0]) {
      const oldest = item
      const answer = await attempt(() => send(oldest))
      if (!answer.ok && UNANSWERED.includes(answer.failure.code)) return
      wx.setStorageSync(key, waiting().slice(1))
      answered(oldest, answer)
    }
  }

  return {
    waiting,
    add: item => wx.setStorageSync(key, [...waiting(), item]),
    flush: () => (flushing ??= sendAll().finally(() => (flushing = undefined))),
  }
}
