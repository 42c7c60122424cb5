/** People and queues for the tests of waiting. */
import type { Place, Session, Wait } from '../../../typings/documents'
import { brokenQueue, passedOver } from '../../support/queue-invariants'
import { brokenInvariants, everything } from '../../support/invariants'
import type { ActivityOptions, World } from '../world'
import { ok, personId } from '../world'

let count = 0

/** What people of a world do with queues. */
export function queues(world: World) {
  const signUp = (openid: string, sessionId: string) =>
    world.activities(openid, 'signUp', { sessionId, rulesVersion: 1 })
  const join = (openid: string, sessionId: string, autoAccept = false) =>
    world.activities(openid, 'waitJoin', { sessionId, rulesVersion: 1, autoAccept })

  async function someone(fields: Parameters<World['people']>[1] = {}): Promise<string> {
    const openid = `waiter-${++count}`
    await world.people([openid], fields)
    return openid
  }

  const placesOf = async (sessionId: string): Promise<Place[]> =>
    (await world.cloud.find<Place>('places', { pool: sessionId })).sort((a, b) => a.no - b.no)
  const waitsOf = async (sessionId: string): Promise<Wait[]> =>
    (await world.cloud.find<Wait>('waits', { sessionId })).sort((a, b) => a.n - b.n)

  return {
    someone,
    signUp,
    join,
    placesOf,
    waitsOf,
    leave: (openid: string, sessionId: string) => world.activities(openid, 'waitLeave', { sessionId }),
    answer: (openid: string, sessionId: string, accept: boolean) =>
      world.activities(openid, 'waitAnswer', { sessionId, accept }),
    cancel: (openid: string, sessionId: string) => world.activities(openid, 'cancel', { sessionId }),
    tick: () => world.cloud.timer('jobs'),
    /** An activity whose places are all held, with `waiters` in its queue. */
    async full(options: ActivityOptions = {}, waiters = 0) {
      const made = await world.activity({ starts: [72], places: 1, ...options })
      const holders: string[] = []
      for (let i = 0; i < (options.places ?? 1); i++) {
        const openid = await someone()
        ok(await signUp(openid, made.sessionId))
        holders.push(openid)
      }
      const waiting: string[] = []
      for (let i = 0; i < waiters; i++) {
        const openid = await someone()
        ok(await join(openid, made.sessionId))
        waiting.push(openid)
      }
      return { ...made, holders, holder: holders[0] ?? '', waiting }
    },
    /** `state` and holder of each place, by the openids given. */
    async standing(sessionId: string, openids: string[]): Promise<string[]> {
      const names = new Map(openids.map(openid => [personId(openid), openid]))
      return (await placesOf(sessionId)).map(({ state, holder }) =>
        `${state} ${names.get(holder) ?? holder}`.trim(),
      )
    },
    /** What does not hold of one queue at rest. */
    async brokenIn(sessionId: string): Promise<string[]> {
      const [session] = await world.cloud.find<Session>('sessions', { _id: sessionId })
      if (!session) return [`${sessionId} is gone`]
      const pool = { session, places: await placesOf(sessionId), waits: await waitsOf(sessionId) }
      return [...brokenQueue(pool), ...passedOver(pool)]
    },
    /** Everything that does not hold, of all and of the queues at rest. */
    async broken(): Promise<string[]> {
      const [places, waits, sessions] = await Promise.all([
        everything<Place>(world.cloud, 'places'),
        everything<Wait>(world.cloud, 'waits'),
        everything<Session>(world.cloud, 'sessions'),
      ])
      const queues = sessions
        .filter(({ state }) => state === 'ON')
        .map(session => ({
          session,
          places: places.filter(({ pool }) => pool === session._id),
          waits: waits.filter(({ sessionId }) => sessionId === session._id),
        }))
        .flatMap(pool => [...brokenQueue(pool), ...passedOver(pool)])
      return [...(await brokenInvariants(world.cloud)), ...queues]
    },
  }
}
