import type { LimitInput } from '../../../typings/api/legal'
import type { LimitationDoc, LimitEvent } from '../../../typings/documents'

type Saved = LimitInput & { remind: boolean }
type Fields = Pick<LimitationDoc, 'claimType' | 'keyDate' | 'employedStill' | 'endDate' | 'events' | 'remind'>

/** What is kept of what the person sends, over the events that were there. */
export function savedFields(input: Saved, before: readonly LimitEvent[]): Fields {
  const { claimType, keyDate, employedStill, endDate = '', events, remind } = input
  return {
    claimType,
    keyDate,
    employedStill,
    // who is still employed has no last day
    endDate: employedStill ? '' : endDate,
    events: keptEvents(before, events),
    remind,
  }
}

/** The person adds events and takes back their own reports; what a lawyer has decided stays, and nobody decides it here. */
function keptEvents(before: readonly LimitEvent[], given: readonly LimitEvent[]): LimitEvent[] {
  const wanted = new Map(given.map(event => [event.id, event]))
  const kept = before.filter(({ id, state }) => state !== 'REPORTED' || wanted.has(id))
  for (const { id } of before) wanted.delete(id)
  return [...kept, ...[...wanted.values()].map(reported)]
}

export const reported = ({
  id,
  kind,
  date,
  untilDate,
}: Pick<LimitEvent, 'id' | 'kind' | 'date' | 'untilDate'>): LimitEvent => ({
  ...{ id, kind, date, state: 'REPORTED' },
  ...(kind === 'SUSPENDED' && untilDate !== undefined && { untilDate }),
})

/** Does the card say what this request saves? */
export function isSaved(card: LimitationDoc, input: Saved): boolean {
  const { claimType, keyDate, employedStill, endDate, remind } = savedFields(input, [])
  const ids = idsOf(card.events)
  return (
    card.claimType === claimType &&
    card.keyDate === keyDate &&
    card.employedStill === employedStill &&
    card.endDate === endDate &&
    card.remind === remind &&
    input.events.every(({ id }) => ids.has(id))
  )
}

const idsOf = (events: readonly LimitEvent[]): Set<string> => new Set(events.map(({ id }) => id))
