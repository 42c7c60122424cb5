import type { SubscribeReport } from '../../../typings/api/account'
import type { SubBalance } from '../../../typings/documents'

type Answer = SubscribeReport['results'][number]['answer']
type Count = Pick<SubBalance, 'count' | 'banned' | 'seen'>

/** Request keys that are remembered. */
const MOST_SEEN = 20
const NONE: Count = { count: 0, banned: false, seen: [] }

/** The balance after one answer; undefined when it changes nothing: a refusal, or counted already. */
export function counted(old: Count | undefined, opId: string, answer: Answer): Count | undefined {
  const { count, seen } = old ?? NONE
  if (answer === 'reject' || seen.includes(opId)) return undefined
  const allowed = answer === 'accept'
  return {
    count: allowed ? count + 1 : count,
    banned: !allowed,
    seen: [...seen, opId].slice(-MOST_SEEN),
  }
}
