import { templates } from '../../miniprogram/shared/templates'
import { open } from '../_kit/crypto'
import { isolate } from '../_kit/isolate'
import { secrets } from '../_kit/keys'
import { logFailure } from '../_kit/log'
import { sendMessage } from '../_kit/openapi'
import { outsideQuietHours } from '../_kit/quiet-hours'
import type { Tick } from '../_kit/serve-timer'
import { waitAfter } from '../_kit/setback'
import { openidOwner } from '../_kit/sub-balance'
import type { Notice, SubBalance } from '../../typings/documents'
import { empty, giveBack, takeOne } from './allowance'

const MOST_TRIES = 3

/** Sends messages of one kind to one person, one after the other, as many as they allowed. */
export async function sendInTurn(tick: Tick, balance: SubBalance, notices: readonly Notice[]): Promise<void> {
  let left: SubBalance | undefined = balance
  for (const notice of notices)
    await isolate(
      [notice],
      async () => {
        if (left) left = await send(tick, left, notice)
      },
      (_, error) => {
        logFailure('jobs', notice._id, error)
        return tryLater(tick, notice)
      },
    )
}

/**
 * Answers the balance as it is now; undefined when somebody else works on it, and then the notice stays due. The balance
 * remembers for whom it was used, so that a message is sent at most once, whoever died in between: then it may be lost.
 */
async function send(tick: Tick, balance: SubBalance, notice: Notice): Promise<SubBalance | undefined> {
  const { store } = tick
  if (balance.seen.includes(notice._id)) {
    await finish(tick, notice, 'SENT')
    return balance
  }
  if (balance.banned || balance.count <= 0 || notice.template === '') {
    await finish(tick, notice, 'INBOX')
    return balance
  }
  const touser = open(balance.openid, openidOwner(balance.personId), secrets())
  const taken = await takeOne(store, balance, notice._id)
  if (!taken) return undefined
  const data = Object.fromEntries(Object.entries(notice.fields).map(([name, value]) => [name, { value }]))
  const page = notice.page.replace(/^\//, '')
  const posted = await sendMessage({ touser, templateId: templates[notice.template], page, data })
  if (posted === 'FAILED') {
    const back = await giveBack(store, taken, notice._id)
    await tryLater(tick, notice)
    return back
  }
  await finish(tick, notice, posted === 'REFUSED' ? 'REFUSED' : 'SENT')
  return posted === 'REFUSED' ? empty(store, taken) : taken
}

async function finish(
  { store }: Tick,
  { _id, tries }: Notice,
  result: 'SENT' | 'REFUSED' | 'INBOX',
): Promise<void> {
  await store.change('notices', { _id, tries }, { result, dueAt: 0 })
}

async function tryLater({ store, now }: Tick, { _id, tries, dueAt }: Notice): Promise<void> {
  const failed = tries + 1
  const at = now + waitAfter(failed)
  const next: Partial<Notice> =
    failed >= MOST_TRIES
      ? { result: 'INBOX', dueAt: 0 }
      : // one that was due at night is urgent
        { result: 'WAITING', dueAt: outsideQuietHours(dueAt) === dueAt ? outsideQuietHours(at) : at }
  await store.change('notices', { _id, tries }, { ...next, tries: failed })
}
