/** The writes of the roll, cut off. */
import { placeId } from '../../../cloudfunctions/_kit/places/place'
import type { Activity, Pack, Session, SignupState } from '../../../typings/documents'
import type { WriteCase } from '../cut-off'
import type { Hall, Holder } from '../roll-call'
import { clockOf, hall, HOUR, rowOfHolder, setRow, someone, venueText } from '../roll-call'
import type { World } from '../world'
import { ok, personId } from '../world'

const MINUTE = 60_000
const deviceId = 'device-cut0'

/** As it was when this world began: the hall opens in half an hour. */
async function opened(world: World, people = 1, later = 0): Promise<Hall & { first: Holder }> {
  await world.cloud.clock.set(world.now)
  const made = await hall(world, people)
  await world.cloud.clock.advance(later)
  return { ...made, first: made.holders[0]! }
}
async function attended(world: World, people = 1, later = 0) {
  const made = await opened(world, people)
  const { staff, sessionId, first } = made
  ok(await world.activities(staff, 'checkIn', { sessionId, rid: first.rid, reason: '手机没电' }))
  await world.cloud.clock.advance(later)
  return made
}
async function states(world: World, holders: readonly Holder[]): Promise<(SignupState | undefined)[]> {
  return Promise.all(holders.map(async holder => (await rowOfHolder(world, holder))?.state))
}
const recountSet = async (world: World, openid: string) =>
  world.cloud.count('tasks', { _id: `SUSPEND:${personId(openid)}`, dueAt: world.cloud.db.command.gt(0) })

const rosterPack: WriteCase = {
  name: 'activity.rosterPack',
  async arrange(world) {
    const { staff, sessionId } = await opened(world)
    return {
      call: () => world.activities(staff, 'rosterPack', { sessionId, deviceId }),
      async after() {
        const packs = await world.cloud.find<Pack>('packs', { sessionId })
        expect(packs).toMatchObject([{ byId: personId(staff), deviceId }])
      },
    }
  },
}

const checkIn: WriteCase = {
  name: 'activity.checkIn',
  async arrange(world) {
    const { staff, sessionId, first } = await opened(world)
    const code = first.codeAt(await clockOf(world)).text
    return {
      call: () => world.activities(staff, 'checkIn', { sessionId, code }),
      async after() {
        expect((await rowOfHolder(world, first))?.sources).toHaveLength(1)
      },
    }
  },
}

const checkInByDigits: WriteCase = {
  name: 'activity.checkIn by the digits read aloud',
  async arrange(world) {
    const { staff, sessionId, first } = await opened(world)
    const { digits } = first.codeAt(await clockOf(world))
    return {
      call: () => world.activities(staff, 'checkIn', { sessionId, digits }),
      after: async () => expect(await states(world, [first])).toEqual(['ATTENDED']),
    }
  },
}

const checkInNoShow: WriteCase = {
  name: 'activity.checkIn of a no-show, by hand',
  async arrange(world) {
    const { staff, sessionId, first } = await opened(world, 1, 2 * HOUR)
    ok(await world.activities(staff, 'finish', { sessionId }))
    await world.cloud.db
      .collection('tasks')
      .where({ refId: personId(first.openid) })
      .update({ dueAt: 0 })
    return {
      call: () => world.activities(staff, 'checkIn', { sessionId, rid: first.rid, reason: '补签' }),
      async after() {
        expect(await rowOfHolder(world, first)).toMatchObject({ state: 'ATTENDED', points: 0 })
        expect(await recountSet(world, first.openid)).toBe(1)
      },
    }
  },
}

const checkInSync: WriteCase = {
  name: 'activity.checkInSync',
  async arrange(world) {
    const { staff, sessionId, holders } = await attended(world, 4)
    const { packId } = ok(await world.activities(staff, 'rosterPack', { sessionId, deviceId }))
    const at = await clockOf(world)
    const records = holders.map(({ rid }, i) => ({ seq: i + 1, at, method: 'SCAN_STAFF' as const, rid }))
    await setRow(world, holders[0]!, { state: 'NO_SHOW', points: 2 })
    return {
      call: () => world.activities(staff, 'checkInSync', { packId, records }),
      async after() {
        expect(await states(world, holders)).toEqual(holders.map(() => 'ATTENDED'))
        const rows = await Promise.all(holders.map(holder => rowOfHolder(world, holder)))
        expect(rows.map(row => row?.sources.length)).toEqual([2, 1, 1, 1])
        expect(await recountSet(world, holders[0]!.openid)).toBe(1)
      },
    }
  },
}

const checkInUndo: WriteCase = {
  name: 'activity.checkInUndo',
  async arrange(world) {
    const { staff, sessionId, first } = await attended(world)
    return {
      call: () => world.activities(staff, 'checkInUndo', { sessionId, rid: first.rid, reason: '扫错人' }),
      after: async () => expect(await states(world, [first])).toEqual(['VOID']),
    }
  },
}

const pendingDecide: WriteCase = {
  name: 'activity.pendingDecide',
  async arrange(world) {
    const { staff, sessionId, holders } = await opened(world, 2)
    const seen = await clockOf(world)
    await world.cloud.clock.advance(10 * MINUTE)
    const token = venueText(sessionId, seen)
    for (const { openid } of holders)
      ok(await world.activities(openid, 'scanVenue', { token, capturedAt: seen }))
    const items = holders.map(({ rid }, i) => ({ rid, accept: i === 0 }))
    return {
      call: () => world.activities(staff, 'pendingDecide', { sessionId, items }),
      after: async () => expect(await states(world, holders)).toEqual(['ATTENDED', 'VOID']),
    }
  },
}

/** Somebody who came without a sign-up, when it is closed. */
async function atTheDoor(world: World) {
  const { staff, sessionId } = await opened(world, 1, 35 * MINUTE)
  const openid = await someone(world)
  const now = await clockOf(world)
  const input = { token: venueText(sessionId, now), capturedAt: now }
  return { staff, sessionId, openid, scan: () => world.activities(openid, 'scanVenue', input) }
}

const refuseAtTheDoor: WriteCase = {
  name: 'activity.pendingDecide of somebody at the door',
  async arrange(world) {
    const { staff, sessionId, scan } = await atTheDoor(world)
    const { no } = ok(await scan())
    const { rid = '' } = (await world.place(placeId(sessionId, no))) ?? {}
    return {
      call: () => world.activities(staff, 'pendingDecide', { sessionId, items: [{ rid, accept: false }] }),
      async after() {
        expect(await world.place(placeId(sessionId, no))).toMatchObject({ holder: '' })
        expect(await rowOfHolder(world, { rid })).toMatchObject({ state: 'CANCELLED', points: 0 })
      },
    }
  },
}

const scanVenue: WriteCase = {
  name: 'activity.scanVenue',
  async arrange(world) {
    const { sessionId, first } = await opened(world)
    const now = await clockOf(world)
    const input = { token: venueText(sessionId, now), capturedAt: now }
    return {
      call: () => world.activities(first.openid, 'scanVenue', input),
      after: async () => expect(await states(world, [first])).toEqual(['ATTENDED']),
    }
  },
}

const scanAtTheDoor: WriteCase = {
  name: 'activity.scanVenue without a sign-up',
  async arrange(world) {
    const { sessionId, openid, scan } = await atTheDoor(world)
    return {
      call: scan,
      async after() {
        const held = await world.cloud.count('places', { pool: sessionId, holder: personId(openid) })
        const rows = await world.cloud.find('signups', { sessionId, personId: personId(openid) })
        expect(held).toBe(1)
        expect(rows).toMatchObject([{ state: 'PENDING', walkIn: true }])
      },
    }
  },
}

const finish: WriteCase = {
  name: 'activity.finish',
  async arrange(world) {
    const { staff, sessionId, activityId, holders } = await attended(world, 3, 2 * HOUR)
    await setRow(world, holders[0]!, { state: 'VOID' })
    ok(await world.activities(staff, 'checkIn', { sessionId, rid: holders[1]!.rid, reason: '补签' }))
    return {
      call: () => world.activities(staff, 'finish', { sessionId }),
      async after() {
        expect(await states(world, holders)).toEqual(['NO_SHOW', 'ATTENDED', 'NO_SHOW'])
        for (const { openid } of [holders[0]!, holders[2]!]) {
          const where = { personId: personId(openid), trigger: 'POINTS' }
          expect(await world.cloud.count('notices', where)).toBe(1)
          expect(await recountSet(world, openid)).toBe(1)
        }
        const [session] = await world.cloud.find<Session>('sessions', { _id: sessionId })
        expect(session).toMatchObject({ state: 'FINISHED', attended: 1, noShow: 2 })
        const [activity] = await world.cloud.find<Activity>('activities', { _id: activityId })
        expect(activity).toMatchObject({ state: 'FINISHED', listed: false })
      },
    }
  },
}

const waiveStrike: WriteCase = {
  name: 'activity.waiveStrike',
  async arrange(world) {
    const { staff, sessionId, first } = await opened(world, 1, 2 * HOUR)
    ok(await world.activities(staff, 'finish', { sessionId }))
    return {
      call: () => world.activities(staff, 'waiveStrike', { sessionId, rid: first.rid, reason: '家中急事' }),
      async after() {
        expect(await rowOfHolder(world, first)).toMatchObject({ points: 0, waiveReason: '家中急事' })
        const where = { personId: personId(first.openid), trigger: 'WAIVED' }
        expect(await world.cloud.count('notices', where)).toBe(1)
      },
    }
  },
}

const feedback: WriteCase = {
  name: 'activity.feedback',
  async arrange(world) {
    const { sessionId, first } = await attended(world)
    return {
      call: () => world.activities(first.openid, 'feedback', { sessionId, score: 5, text: '很好' }),
      after: async () => expect(await world.cloud.count('feedback', { sessionId })).toBe(1),
    }
  },
}

export const cases: WriteCase[] = [
  rosterPack,
  checkIn,
  checkInByDigits,
  checkInNoShow,
  checkInSync,
  checkInUndo,
  pendingDecide,
  refuseAtTheDoor,
  scanVenue,
  scanAtTheDoor,
  finish,
  waiveStrike,
  feedback,
]
