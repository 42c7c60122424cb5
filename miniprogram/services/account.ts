import type { AccountApi, Boot } from '../../typings/api/account'
import { cached, type Cached } from './cached'
import { client } from './call'
import { adoptLargeText } from './large-text'
import { learnUnread } from './unread'

export const accounts = client<AccountApi>('account', [
  'boot',
  'resolveScene',
  'inbox',
  'agenda',
  'orgTree',
  'calendarDays',
  'roleList',
  'settings',
])

/** Who is calling, and what every page needs; the stored copy when there is no network. */
export async function boot(): Promise<Cached<Boot>> {
  const answer = await cached('boot', () => accounts.boot({}))
  adoptLargeText(answer.value.me?.largeText)
  learnUnread(answer.value.unread)
  return answer
}
