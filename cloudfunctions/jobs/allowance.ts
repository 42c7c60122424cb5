import type { Store } from '../_kit/store'
import type { SubBalance } from '../../typings/documents'

/** Request keys and notices that a balance remembers. */
const MOST_SEEN = 20
const TURNS = 5

/** Takes one of the allowed messages for this notice; undefined when the balance is not as it was read. */
export function takeOne(
  store: Store,
  balance: SubBalance,
  noticeId: string,
): Promise<SubBalance | undefined> {
  const seen = [...balance.seen, noticeId].slice(-MOST_SEEN)
  return changed(store, balance, { count: balance.count - 1, seen })
}

/** WeChat did not send it: the message is allowed as before. Undefined when others do not stop changing the balance. */
export async function giveBack(
  store: Store,
  taken: SubBalance,
  noticeId: string,
): Promise<SubBalance | undefined> {
  let balance: SubBalance | undefined = taken
  for (let turn = 0; turn < TURNS && balance; turn++) {
    const seen = balance.seen.filter(key => key !== noticeId)
    const back = await changed(store, balance, { count: balance.count + 1, seen })
    if (back) return back
    balance = await store.get('sub_balance', taken._id)
  }
  return undefined
}

/** The person took back what they allowed. */
export function empty(store: Store, balance: SubBalance): Promise<SubBalance | undefined> {
  return changed(store, balance, { count: 0 })
}

async function changed(
  store: Store,
  balance: SubBalance,
  set: Partial<Pick<SubBalance, 'count' | 'seen'>>,
): Promise<SubBalance | undefined> {
  const { _id, rev } = balance
  if (!(await store.change('sub_balance', { _id, rev }, set))) return undefined
  return { ...balance, ...set, rev: rev + 1 }
}
