import type { ActivityApi, MyActivity } from '../../typings/api/activity'
import type { Page } from '../../typings/contract'
import { cached, type Cached } from './cached'
import { client } from './call'

export const activities = client<ActivityApi>('activity', ['list', 'detail', 'mine', 'ticket'])

/** Storage key of a ticket, kept so that it can be shown without a network. */
export const ticketKey = (sessionId: string): string => `ticket:${sessionId}`

/** What the caller holds, nearest first. */
export const upcoming = (): Promise<Cached<Page<MyActivity>>> =>
  cached('mine:UPCOMING', () => activities.mine({ tab: 'UPCOMING' }))

let changes = 0

/** Grows when this phone took or gave up a place: lists read before are old. */
export const placeChanges = (): number => changes

export function placesChanged(): void {
  changes++
}
