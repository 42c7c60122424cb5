import { createEvents } from 'ics'
import type { EventAttributes } from 'ics'
import type { Planned } from './agenda'

const PRODUCT = '-//Gongjia Cloud//agenda//ZH'

/** RFC 5545, in UTC. A holding keeps its UID, so that importing it twice makes one event. */
export function calendarText(planned: readonly Planned[]): string {
  const { error, value } = createEvents(planned.map(entryOf), { productId: PRODUCT })
  if (error || value === null) throw error ?? new Error('no calendar')
  return value
}

function entryOf({ rid, title, startAt, endAt, spot, address }: Planned): EventAttributes {
  return {
    uid: `${rid}@gongjia`,
    title,
    location: [spot, address].filter(part => part !== '').join(' '),
    start: startAt,
    startInputType: 'utc',
    startOutputType: 'utc',
    end: endAt,
    endInputType: 'utc',
    endOutputType: 'utc',
    alarms: [{ action: 'display', description: title, trigger: { hours: 1, before: true } }],
  }
}
