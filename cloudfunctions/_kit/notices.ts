import type { NoticeText } from '../../miniprogram/shared/notice-texts'
import type { Notice, Trigger } from '../../typings/documents'
import { outsideQuietHours } from './quiet-hours'
import type { Store } from './store'

/** What one person is told about one thing. `ref` names the thing: with the trigger it makes the notice unique. */
export interface Told {
  personId: string
  trigger: Trigger
  ref: string
  text: NoticeText
  /** Path in the mini-program that a tap opens; '' for none. */
  page: string
  /** May be sent at night: changes and call-offs of the same day. */
  urgent?: boolean
  /** Epoch ms from which on a message would come too late; the inbox has it all the same. */
  until?: number
}

export function noticeOf(told: Told, now: number): Notice {
  const { personId, trigger, ref, page, urgent = false, until = Infinity } = told
  const { title, body, template, fields } = told.text
  const dueAt = urgent ? now : outsideQuietHours(now)
  const message = template !== '' && dueAt < until
  return {
    _id: `nt_${personId}_${trigger}_${ref}`,
    personId,
    trigger,
    title,
    body,
    page,
    createdAt: now,
    dueAt: message ? dueAt : 0,
    readAt: 0,
    result: message ? 'WAITING' : 'INBOX',
    tries: 0,
    fields,
    template,
  }
}

/** Puts them into the inboxes; `jobs` sends the messages. Told before, they are not told again. */
export async function tell(store: Store, told: readonly Told[], now: number): Promise<void> {
  await store.insertMissing(
    'notices',
    told.map(one => noticeOf(one, now)),
  )
}
