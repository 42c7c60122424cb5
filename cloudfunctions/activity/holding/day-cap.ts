import { localDate } from '../../../miniprogram/shared/time'
import type { Cap } from '../../_kit/places/ordinals'
import type { Settings } from '../../_kit/settings'
import type { Session } from '../../../typings/documents'

/** Under which key a sign-up counts, and how many may: by the local date on which the session begins. */
export function dayCap(
  personId: string,
  { startAt }: Pick<Session, 'startAt'>,
  { 'activity.dayLimit': limit }: Pick<Settings, 'activity.dayLimit'>,
): Cap {
  return { key: dayKey(personId, startAt), limit }
}

export function dayKey(personId: string, startAt: number): string {
  return `${personId}|${localDate(startAt)}`
}
