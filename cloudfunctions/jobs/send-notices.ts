import { atOnce } from '../_kit/at-once'
import { groupBy } from '../_kit/group'
import { outsideQuietHours } from '../_kit/quiet-hours'
import type { Tick } from '../_kit/serve-timer'
import { balanceId } from '../_kit/sub-balance'
import type { Notice, SubBalance } from '../../typings/documents'
import { sendInTurn } from './send-in-turn'

const MOST_NOTICES = 200
/** People whose messages are on the way at the same time. */
const MOST_AT_ONCE = 10

/** Sends the messages that are due to who allowed them. True when more may be due. */
export async function sendNotices(tick: Tick): Promise<boolean> {
  const { store, now } = tick
  const due = await store.find('notices', {
    where: { dueAt: { $gt: 0, $lte: now } },
    orderBy: { dueAt: 1 },
    limit: MOST_NOTICES,
  })
  const sleeping = due.filter(notice => sleepsThrough(notice, now))
  await change(tick, sleeping, { dueAt: outsideQuietHours(now) })
  const awake = due.filter(notice => !sleeping.includes(notice))
  const balances = await balancesOf(tick, awake)
  await change(
    tick,
    awake.filter(notice => !balances.has(balanceOf(notice))),
    { dueAt: 0, result: 'INBOX' },
  )
  await atOnce(MOST_AT_ONCE, [...groupBy(awake, balanceOf)], async ([id, notices]) => {
    const balance = balances.get(id)
    if (balance) await sendInTurn(tick, balance, notices)
  })
  return due.length === MOST_NOTICES
}

/** One that was to go out by day, and is late: only urgent ones are ever due at night. */
function sleepsThrough({ dueAt }: Notice, now: number): boolean {
  return outsideQuietHours(now) !== now && outsideQuietHours(dueAt) === dueAt
}

function balanceOf({ personId, template }: Notice): string {
  return template === '' ? '' : balanceId(personId, template)
}

/** Of those people who allowed such messages, by id. */
async function balancesOf({ store }: Tick, notices: readonly Notice[]): Promise<Map<string, SubBalance>> {
  if (notices.length === 0) return new Map()
  const $in = [...new Set(notices.map(balanceOf))]
  const balances = await store.find('sub_balance', { where: { _id: { $in } }, limit: $in.length })
  return new Map(balances.map(balance => [balance._id, balance]))
}

/** In one write, where nobody was faster. */
async function change({ store, now }: Tick, notices: readonly Notice[], set: Partial<Notice>): Promise<void> {
  if (notices.length === 0) return
  const _id = { $in: notices.map(({ _id }) => _id) }
  await store.changeAll('notices', { _id, result: 'WAITING', dueAt: { $gt: 0, $lte: now } }, set)
}
