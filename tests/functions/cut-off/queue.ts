/** Signing up, cancelling and waiting, cut off. */
import type { Place, Question, Signup } from '../../../typings/documents'
import { queues } from '../activity/queue'
import type { Arranged, WriteCase } from '../cut-off'
import type { ActivityOptions, World } from '../world'
import { ok, personId } from '../world'

const HOUR = 3600_000
const DAY = 24 * HOUR

/** A case whose situation is an activity with as many holders as places, and a queue. */
function queueCase(
  name: WriteCase['name'],
  options: ActivityOptions & { waiters?: number },
  arrange: (at: Situation) => Promise<Arranged> | Arranged,
): WriteCase {
  return {
    name,
    async arrange(world) {
      const q = queues(world)
      const { waiters = 0, ...activity } = options
      const made = await q.full(activity, waiters)
      const situation = { world, q, ...made, next: made.waiting[0] ?? '', last: made.waiting[1] ?? '' }
      const arranged = await arrange(situation)
      return {
        call: arranged.call,
        async after(died) {
          await arranged.after(died)
          // it tells of every place that was handed over, and so sees entries that do not say so yet
          await q.tick()
          expect(await q.brokenIn(made.sessionId)).toEqual([])
        },
      }
    },
  }
}

interface Situation {
  world: World
  q: ReturnType<typeof queues>
  sessionId: string
  /** Holds the first place. */
  holder: string
  /** First and second in the queue. */
  next: string
  last: string
}

const rowsOf = (world: World, openid: string, sessionId: string) =>
  world.cloud.find<Signup>('signups', { personId: personId(openid), sessionId })
const holdersOf = async ({ q, sessionId }: Situation) =>
  (await q.placesOf(sessionId)).filter(({ state }) => state === 'HELD').map(({ holder }) => holder)

const signUp: WriteCase = {
  name: 'activity.signUp',
  async arrange(world) {
    const q = queues(world)
    const { sessionId } = await world.activity({ places: 2 })
    const anna = await q.someone()
    return {
      call: () => q.signUp(anna, sessionId),
      async after() {
        const holders = (await q.placesOf(sessionId)).map(({ holder }) => holder)
        expect(holders).toEqual([personId(anna), ''])
      },
    }
  },
}

const secondOfTheDay: WriteCase = {
  name: 'activity.signUp second of the day',
  async arrange(world) {
    const q = queues(world)
    const { sessionIds } = await world.activity({ starts: [24, 26, 28] })
    const [first = '', second = '', third = ''] = sessionIds
    const anna = await q.someone()
    ok(await q.signUp(anna, first))
    return {
      call: () => q.signUp(anna, second),
      async after() {
        expect(await q.signUp(anna, third)).toMatchObject({ code: 'QUOTA_DAY' })
      },
    }
  },
}

const signUpAccepts = queueCase('activity.signUp with an offer', { waiters: 1 }, async at => {
  const { q, sessionId, holder, next } = at
  ok(await q.cancel(holder, sessionId))
  return {
    call: () => q.signUp(next, sessionId),
    async after() {
      expect(await holdersOf(at)).toEqual([personId(next)])
    },
  }
})

const freed: WriteCase = queueCase('activity.cancel late, nobody waits', { starts: [23] }, at => ({
  call: () => at.q.cancel(at.holder, at.sessionId),
  async after() {
    const { world, q, sessionId, holder } = at
    expect(await rowsOf(world, holder, sessionId)).toMatchObject([{ state: 'LATE_CANCELLED', points: 1 }])
    expect(ok(await q.signUp(await q.someone(), sessionId)).no).toBe(1)
  },
}))

const passedOn = queueCase('activity.cancel with a queue', { waiters: 2 }, at => ({
  call: () => at.q.cancel(at.holder, at.sessionId),
  async after() {
    const { world, q, sessionId, holder, next } = at
    expect(await rowsOf(world, holder, sessionId)).toHaveLength(1)
    expect(await q.standing(sessionId, [next])).toEqual([`OFFERED ${next}`])
  },
}))

const suspends = queueCase('activity.cancel with the fourth point', { starts: [2] }, async at => {
  const { world, q, sessionId, holder } = at
  const past = [1, 2, 3].map(n => ({
    ...{ _id: `su_${holder}_${n}`, personId: personId(holder), sessionId: 'se_past', no: 1, points: 1 },
    ...{ state: 'LATE_CANCELLED', startAt: 1, endAt: 2, endedAt: world.now - n * DAY },
  }))
  await world.add('signups', past)
  return {
    call: () => q.cancel(holder, sessionId),
    async after() {
      const { me } = ok(await world.account(holder, 'boot', {}))
      expect(me?.suspendedUntil).toBeGreaterThan(world.now + 29 * DAY)
    },
  }
})

const takenBack = queueCase(
  'activity.cancel after an attendance was taken back',
  { starts: [3] },
  async at => {
    const { world, q, sessionId, holder } = at
    const [place] = await q.placesOf(sessionId)
    await world.add('signups', [voidRow(place)])
    return {
      call: () => q.cancel(holder, sessionId),
      async after() {
        expect(await rowsOf(world, holder, sessionId)).toMatchObject([{ state: 'LATE_CANCELLED', points: 1 }])
        expect(await holdersOf(at)).toEqual([])
      },
    }
  },
)

function voidRow(place: Place | undefined): Signup {
  if (!place) throw new Error('nobody holds a place')
  const { rid, holder, refId, pool, no, startAt, endAt, at } = place
  return {
    ...{ _id: `su_${rid}`, personId: holder, activityId: refId, sessionId: pool, no, headcount: 1 },
    ...{ state: 'VOID', startAt, endAt, signedAt: at, endedAt: at, points: 0, sources: [], walkIn: false },
  }
}

const joins = (autoAccept: boolean): WriteCase =>
  queueCase(`activity.waitJoin${autoAccept ? ' taking what comes' : ''}`, { waiters: 1 }, async at => {
    const { q, sessionId } = at
    const anna = await q.someone()
    return {
      call: () => q.join(anna, sessionId, autoAccept),
      async after() {
        expect((await q.waitsOf(sessionId)).map(({ n, personId }) => [n, personId])).toEqual([
          [1, personId(at.next)],
          [2, personId(anna)],
        ])
      },
    }
  })

const bringsAnswers: WriteCase = {
  name: 'activity.waitAnswer yes, with answers',
  async arrange(world) {
    const q = queues(world)
    const questions: Question[] = [
      { key: 'size', label: '尺码', kind: 'CHOICE', options: ['M'], required: true },
    ]
    const { sessionId } = await world.activity({ questions, starts: [72], places: 1 })
    const [holder, anna] = [await q.someone(), await q.someone()]
    const answers = { size: 'M' }
    ok(await world.activities(holder, 'signUp', { sessionId, rulesVersion: 1, answers }))
    ok(await world.activities(anna, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept: false, answers }))
    ok(await q.cancel(holder, sessionId))
    return {
      call: () => q.answer(anna, sessionId, true),
      async after() {
        const sealed = expect.objectContaining({ ct: expect.any(String) })
        expect(await q.placesOf(sessionId)).toMatchObject([
          { state: 'HELD', holder: personId(anna), answers: sealed },
        ])
        expect(await q.waitsOf(sessionId)).toMatchObject([{ state: 'ACCEPTED', answers: null }])
      },
    }
  },
}

const leaves = queueCase('activity.waitLeave', { waiters: 2 }, ({ q, sessionId, next }) => ({
  call: () => q.leave(next, sessionId),
  async after() {
    expect((await q.waitsOf(sessionId)).map(({ state }) => state)).toEqual(['LEFT', 'WAITING'])
  },
}))

const answers = (name: WriteCase['name'], call: (at: Situation) => Arranged['call'], kept: boolean) =>
  queueCase(name, { waiters: 2 }, async at => {
    const { q, sessionId, holder, next, last } = at
    ok(await q.cancel(holder, sessionId))
    return {
      call: call(at),
      async after() {
        const standing = await q.standing(sessionId, [next, last])
        expect(standing).toEqual([kept ? `HELD ${next}` : `OFFERED ${last}`])
      },
    }
  })

export const cases: WriteCase[] = [
  signUp,
  secondOfTheDay,
  signUpAccepts,
  freed,
  passedOn,
  suspends,
  takenBack,
  joins(false),
  joins(true),
  leaves,
  answers('activity.waitLeave with an offer', at => () => at.q.leave(at.next, at.sessionId), false),
  bringsAnswers,
  answers('activity.waitAnswer yes', at => () => at.q.answer(at.next, at.sessionId, true), true),
  answers('activity.waitAnswer no', at => () => at.q.answer(at.next, at.sessionId, false), false),
]
