import { keysFor } from '../../cloudfunctions/activity/holding/eligibility'
import { isLive } from '../../cloudfunctions/activity/queue/wait-entry'
import type { Place, Session, Wait } from '../../typings/documents'

/** A session, its places, its queue. */
export interface Pool {
  session: Session
  places: readonly Place[]
  waits: readonly Wait[]
}

/**
 * What must hold of a queue once it was settled and nothing is running. `mayTake` says whether a waiter's other places let
 * them. Answers every sentence that does not hold.
 */
export function brokenQueue(
  { session, places, waits }: Pool,
  mayTake: (wait: Wait) => boolean = () => true,
): string[] {
  const live = waits.filter(isLive)
  const waiting = live.filter(({ state }) => state === 'WAITING').filter(mayTake)
  const offered = places.filter(({ state }) => state === 'OFFERED')
  const said = live.filter(({ state }) => state === 'OFFERED')
  const matches = (wait: Wait, { rid, holder }: Place) => wait.rid === rid && wait.personId === holder
  return [
    ...places
      .filter(place => place.holder === '' && waiting.some(wait => takes(session, wait, place)))
      .map(({ _id }) => `free beside a queue: ${_id}`),
    ...places
      .filter(({ state, step }) => state === 'BLOCKED' && step === 'HEAL')
      .map(({ _id }) => `made for the queue and kept from all: ${_id}`),
    ...offered
      .filter(place => !said.some(wait => matches(wait, place)))
      .map(({ _id }) => `offered to nobody in the queue: ${_id}`),
    ...said
      .filter(wait => !offered.some(place => matches(wait, place)))
      .map(({ _id }) => `says it is offered a place: ${_id}`),
    ...offered.filter(({ offerUntil }) => offerUntil === 0).map(({ _id }) => `offered and withdrawn: ${_id}`),
    ...live
      .filter(({ personId }) => places.some(({ holder, state }) => holder === personId && state === 'HELD'))
      .map(({ _id }) => `waits and holds a place: ${_id}`),
    ...waits
      .filter(wait => !isLive(wait) && wait.state !== 'ACCEPTED')
      .filter(({ rid }) => places.some(place => place.rid === rid && place.state === 'HELD'))
      .map(({ _id, state }) => `holds what it gave up: ${_id} ${state}`),
  ]
}

/** Offers that went past somebody who waited before and could have had them. Only where nobody had anything else to do. */
export function passedOver({ session, places, waits }: Pool): string[] {
  const offered = places.filter(({ state }) => state === 'OFFERED')
  return offered.flatMap(place => {
    const own = waits.find(({ rid, personId }) => rid === place.rid && personId === place.holder)
    const earlier = waits.find(
      wait =>
        own &&
        wait.state === 'WAITING' &&
        wait.n < own.n &&
        wait.at <= place.at &&
        takes(session, wait, place),
    )
    return earlier ? [`passed over: ${earlier._id} for ${own?._id}`] : []
  })
}

function takes(session: Session, { employment }: Wait, { segment }: Place): boolean {
  return keysFor(session, employment).includes(segment)
}
