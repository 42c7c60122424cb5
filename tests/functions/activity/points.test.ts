/** Points of a late cancel, and what they suspend, in the database. */
import { Store } from '../../../cloudfunctions/_kit/store'
import { forgiveTaken } from '../../../cloudfunctions/activity/points/forgive-taken'
import { recountSuspension } from '../../../cloudfunctions/activity/points/recount-suspension'
import type { Person, Signup, Task } from '../../../typings/documents'
import { between } from '../paused-store'
import { startPools } from '../pools'
import { personOf } from '../world'

const HOUR = 3600_000
const DAY = 24 * HOUR
const now = Date.UTC(2026, 8, 16, 2)

let pools: Awaited<ReturnType<typeof startPools>>
beforeAll(async () => {
  pools = await startPools()
})
afterAll(() => pools.stop())

let count = 0
async function someone(fields: Partial<Person> = {}): Promise<string> {
  const _id = `p_points${++count}`
  await new Store().insert('persons', { ...personOf(_id, now), _id, ...fields })
  return _id
}

const row = (personId: string, points: number, fields: Partial<Signup> = {}): Signup => ({
  ...{ _id: `su_points${++count}`, personId, activityId: 'ac_1', sessionId: 'se_1', no: 1, headcount: 1 },
  ...{ state: 'LATE_CANCELLED', startAt: now + HOUR, endAt: now + 2 * HOUR, signedAt: now - DAY },
  ...{ endedAt: now, points, sources: [], walkIn: false },
  ...fields,
})
const add = (...rows: Signup[]) => new Store().insertAll('signups', rows)
const suspended = async (personId: string) => (await new Store().get('persons', personId))?.suspendedUntil

describe('counting anew', () => {
  test('suspends with the fourth point, and a point taken off opens again', async () => {
    const anna = await someone()
    const [first, second] = [row(anna, 2, { endedAt: now - 10 * DAY }), row(anna, 2)]
    await add(first, second)
    await recountSuspension(new Store(), anna, now)
    expect(await suspended(anna)).toBe(now + 30 * DAY)
    await new Store().change('signups', { _id: second._id }, { points: 1 })
    await recountSuspension(new Store(), anna, now)
    expect(await suspended(anna)).toBe(0)
  })

  test('a point that falls out of the 90 days opens nothing early', async () => {
    const anna = await someone()
    await add(row(anna, 2, { endedAt: now - 89 * DAY }), row(anna, 2))
    await recountSuspension(new Store(), anna, now + 5 * DAY)
    expect(await suspended(anna)).toBe(now + 30 * DAY)
  })

  test.each([1, 2, 3])('two at once, the second before call %i of the first: none is lost', async before => {
    const anna = await someone()
    await add(row(anna, 3, { endedAt: now - DAY }))
    await between(
      before,
      store => recountSuspension(store, anna, now),
      async store => {
        await add(row(anna, 1))
        await recountSuspension(store, anna, now)
      },
    )
    expect(await suspended(anna)).toBe(now + 30 * DAY)
  })

  test('of somebody who is gone changes nothing', async () => {
    await recountSuspension(new Store(), 'p_gone', now)
    expect(await suspended('p_gone')).toBeUndefined()
  })
})

describe('a number that somebody else took', () => {
  const points = async ({ _id }: Signup) => (await new Store().get('signups', _id))?.points
  const taken = (sessionId: string, no: number, holder: string, at: number) =>
    pools.cloud.db.collection('places').add({
      ...{ _id: `${sessionId}/${no}`, pool: sessionId, no, refId: 'ac_1', segment: '', holder, nth: 0 },
      ...{ capKey: `${holder}|x`, capNth: count++, rid: `r${++count}`, headcount: 1, at, state: 'HELD' },
    })

  test('before the start: the late cancel costs nothing, and its suspension is counted anew', async () => {
    const [anna, bert] = [await someone(), await someone()]
    const late = row(anna, 1, { sessionId: 'se_taken' })
    await add(late)
    await taken('se_taken', 1, bert, now + 10)
    await forgiveTaken(new Store(), 'se_taken', now + DAY)
    expect(await points(late)).toBe(0)
    const [task] = await pools.cloud.find<Task>('tasks', { refId: anna })
    expect(task).toMatchObject({ kind: 'SUSPEND', dueAt: now + DAY + 60_000 })
    await forgiveTaken(new Store(), 'se_taken', now + 2 * DAY)
    expect(await points(late)).toBe(0)
  })

  test('and let go of again, late too: only the last one pays', async () => {
    const [anna, bert] = [await someone(), await someone()]
    const first = row(anna, 1, { sessionId: 'se_twice' })
    const second = row(bert, 1, { sessionId: 'se_twice', signedAt: now + 10, endedAt: now + 20 })
    await add(first, second)
    await forgiveTaken(new Store(), 'se_twice', now + DAY)
    expect([await points(first), await points(second)]).toEqual([0, 1])
  })

  test.each<[string, string, number]>([
    ['by nobody', '', 0],
    ['by themselves', 'anna', 10],
    ['once it had begun', 'bert', HOUR],
    ['before they cancelled', 'bert', -10],
  ])('%s: the point stays', async (_, by, after) => {
    const people: Record<string, string> = { anna: await someone(), bert: await someone() }
    const sessionId = `se_stays${++count}`
    const late = row(people['anna'] ?? '', 1, { sessionId })
    await add(late)
    const holder = people[by]
    if (holder !== undefined) await taken(sessionId, 1, holder, now + after)
    await forgiveTaken(new Store(), sessionId, now + DAY)
    expect(await points(late)).toBe(1)
  })

  test('another number is another matter', async () => {
    const [anna, bert] = [await someone(), await someone()]
    const late = row(anna, 1, { sessionId: 'se_other' })
    await add(late)
    await taken('se_other', 2, bert, now + 10)
    await forgiveTaken(new Store(), 'se_other', now + DAY)
    expect(await points(late)).toBe(1)
  })
})
