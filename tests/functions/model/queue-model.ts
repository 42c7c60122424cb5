/** What a queue is to people, without a database: the reference that the functions are compared with. */
export interface Spot {
  no: number
  segment: string
  kind: 'FREE' | 'HELD' | 'OFFERED' | 'BLOCKED'
  /** '' while nobody's. */
  who: string
}

export interface Waiter {
  who: string
  auto: boolean
}

export interface Model {
  spots: Spot[]
  /** In order; who is offered a place stands in it until they answer. */
  queue: Waiter[]
  /** Have something else at that hour, by name. */
  busy: string[]
}

/** Which segments each person may use, the narrowest first. */
export type Reach = Record<string, string[]>

export type Step =
  | { do: 'take' | 'release' | 'leave' | 'accept' | 'decline' | 'expire' | 'busy' | 'idle'; who: string }
  /** As idle, before anybody has looked at the queue again. */
  | { do: 'unseen'; who: string }
  | { do: 'join'; who: string; auto: boolean }
  | { do: 'raise' | 'cut'; segment: string }
  | { do: 'settle' }

const spotOf = ({ spots }: Model, who: string) => spots.find(spot => spot.who === who)
const clear = (spot: Spot) => Object.assign(spot, { kind: 'FREE', who: '' })
const leaves = (model: Model, who: string) => (model.queue = model.queue.filter(one => one.who !== who))

/** The state after a step; the one given is not changed. */
export function step(before: Model, one: Step, reach: Reach): Model {
  const model = structuredClone(before)
  switch (one.do) {
    case 'take':
      take(model, one.who, reach)
      break
    case 'release': {
      const spot = spotOf(model, one.who)
      if (spot?.kind === 'HELD') pass(model, spot, reach)
      break
    }
    case 'join':
      join(model, one, reach)
      break
    case 'leave':
    case 'decline':
    case 'expire': {
      const spot = spotOf(model, one.who)
      if (one.do === 'leave' || spot?.kind === 'OFFERED') leaves(model, one.who)
      if (spot?.kind === 'OFFERED') pass(model, spot, reach)
      break
    }
    case 'accept': {
      const spot = spotOf(model, one.who)
      if (spot?.kind === 'OFFERED' && !model.busy.includes(one.who)) hold(model, spot, one.who)
      break
    }
    case 'busy':
      if (spotOf(model, one.who)?.kind !== 'HELD') model.busy = [...new Set([...model.busy, one.who])].sort()
      break
    case 'idle':
    case 'unseen':
      model.busy = model.busy.filter(who => who !== one.who)
      if (one.do === 'idle') settle(model, reach)
      break
    case 'raise':
      raise(model, one.segment, reach)
      break
    case 'cut': {
      const free = model.spots
        .filter(({ kind, segment }) => kind === 'FREE' && segment === one.segment)
        .at(-1)
      const usable = model.spots.filter(({ kind }) => kind !== 'BLOCKED')
      if (free && usable.length > 1) free.kind = 'BLOCKED'
      break
    }
    case 'settle':
      settle(model, reach)
  }
  return model
}

function hold(model: Model, spot: Spot, who: string): void {
  Object.assign(spot, { kind: 'HELD', who })
  leaves(model, who)
}

function take(model: Model, who: string, reach: Reach): void {
  if (model.busy.includes(who)) return
  const own = spotOf(model, who)
  if (own) return own.kind === 'OFFERED' ? hold(model, own, who) : undefined
  for (const segment of reach[who] ?? []) {
    const free = model.spots.find(spot => spot.kind === 'FREE' && spot.segment === segment)
    if (free) return hold(model, free, who)
  }
}

function join(model: Model, { who, auto }: Waiter, reach: Reach): void {
  if (spotOf(model, who) || model.queue.some(one => one.who === who)) return
  const free = model.spots.some(({ kind, segment }) => kind === 'FREE' && reach[who]?.includes(segment))
  if (!free) model.queue.push({ who, auto })
}

/** To the first in the queue who may have it, else free. */
function pass(model: Model, spot: Spot, reach: Reach): void {
  clear(spot)
  const next = model.queue.find(
    ({ who }) => !spotOf(model, who) && !model.busy.includes(who) && reach[who]?.includes(spot.segment),
  )
  if (!next) return
  if (next.auto) hold(model, spot, next.who)
  else Object.assign(spot, { kind: 'OFFERED', who: next.who })
}

function settle(model: Model, reach: Reach): void {
  for (const spot of model.spots.filter(({ kind }) => kind === 'FREE')) pass(model, spot, reach)
}

/** One more: the lowest number that was withdrawn, else a new one. */
function raise(model: Model, segment: string, reach: Reach): void {
  const back = model.spots.find(spot => spot.kind === 'BLOCKED' && spot.segment === segment)
  if (back) clear(back)
  else model.spots.push({ no: model.spots.length + 1, segment, kind: 'FREE', who: '' })
  settle(model, reach)
}
