import type { ActivityApi, MyActivity } from '../../typings/api/activity'
import type { Page } from '../../typings/contract'
import { cached, type Cached } from './cached'
import { client } from './call'

export const activities = client<ActivityApi>('activity', [
  'list',
  'detail',
  'mine',
  'ticket',
  'manageList',
  'edit',
  'roster',
  'rosterPack',
  'venueKey',
])

/** Storage key of a ticket, kept so that it can be shown without a network. */
export const ticketKey = (sessionId: string): string => `ticket:${sessionId}`

/** What the caller holds, nearest first. */
export const upcoming = (): Promise<Cached<Page<MyActivity>>> =>
  cached('mine:UPCOMING', () => activities.mine({ tab: 'UPCOMING' }))

/** What the caller waits for, offers among them. */
export const waiting = (): Promise<Cached<Page<MyActivity>>> =>
  cached('mine:WAITING', () => activities.mine({ tab: 'WAITING' }))

let changes = 0

/** Grows when this phone took or gave up a place: lists read before are old. */
export const placeChanges = (): number => changes

export function placesChanged(): void {
  changes++
}
