/** Steps drawn by chance, most of them by somebody who can take them. */
import fc from 'fast-check'
import type { Model, Step } from './queue-model'
import { people, reach } from './queue-stage'

/** What is wished to happen next; who does it is found in the state. */
export interface Wish {
  do: Step['do']
  /** Who, of those who can; or of all, so that refusals come too. */
  pick: number
  anybody: boolean
  auto: boolean
  segment: string
}

const MOST_PLACES = 4

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  do: fc.oneof(
    { weight: 5, arbitrary: fc.constant('take' as const) },
    { weight: 5, arbitrary: fc.constant('join' as const) },
    { weight: 4, arbitrary: fc.constant('release' as const) },
    { weight: 6, arbitrary: fc.constantFrom('accept' as const, 'decline' as const, 'expire' as const) },
    { weight: 1, arbitrary: fc.constant('leave' as const) },
    { weight: 3, arbitrary: fc.constantFrom('busy' as const, 'idle' as const, 'idle' as const) },
    { weight: 1, arbitrary: fc.constantFrom('raise' as const, 'cut' as const) },
  ),
  pick: fc.nat(people.length - 1),
  anybody: fc.constantFrom(false, false, false, false, true),
  auto: fc.constantFrom(false, false, false, true),
  segment: fc.constantFrom('k1', 'all', 'all'),
})

/** The step that this wish comes to in this state. */
export function stepOf({ do: what, pick, anybody, auto, segment }: Wish, model: Model): Step {
  if (what === 'settle') return { do: what }
  if (what === 'raise' || what === 'cut') {
    const places = model.spots.filter(({ kind }) => kind !== 'BLOCKED').length
    return { do: what === 'raise' && places >= MOST_PLACES ? 'cut' : what, segment }
  }
  if (anybody) return stepBy(people, what, { pick, auto })
  // where nobody can do it, what brings them nearer to it: a queue, and then a place that becomes free
  const nearer: Who[] = model.queue.length > 0 ? [what, 'release', 'take'] : [what, 'join', 'take']
  for (const one of nearer) {
    const able = people.filter(who => can(model, one, who))
    if (able.length > 0) return stepBy(able, one, { pick, auto })
  }
  return stepBy(people, what, { pick, auto })
}

type Who = Exclude<Step['do'], 'settle' | 'raise' | 'cut'>

function stepBy(able: readonly string[], what: Who, { pick, auto }: Pick<Wish, 'pick' | 'auto'>): Step {
  const who = able[pick % able.length] ?? ''
  return what === 'join' ? { do: what, who, auto } : { do: what, who }
}

function can({ spots, queue, busy }: Model, what: Who, who: string): boolean {
  const kind = spots.find(spot => spot.who === who)?.kind
  const waits = queue.some(one => one.who === who)
  const free = spots.some(({ kind, segment }) => kind === 'FREE' && reach[who]?.includes(segment))
  const able: Record<Who, boolean> = {
    take: !waits && kind === undefined && free && !busy.includes(who),
    join: !waits && kind === undefined && !free,
    release: kind === 'HELD',
    leave: waits,
    busy: kind !== 'HELD' && !busy.includes(who),
    idle: busy.includes(who),
    unseen: busy.includes(who),
    accept: kind === 'OFFERED',
    decline: kind === 'OFFERED',
    expire: kind === 'OFFERED',
  }
  return able[what]
}
