/** Whatever two devices recorded, in whatever pieces, order and repetition it is sent: the end is always the same. */
import fc from 'fast-check'
import type { OfflineRecord } from '../../../typings/api/activity'
import type { CheckInSource, Pack } from '../../../typings/documents'
import { clockOf, hall, rowOfHolder } from '../roll-call'
import type { World } from '../world'
import { ok, personId, startWorld } from '../world'

const MINUTE = 60_000
const PEOPLE = 4
const DEVICES = ['device-0001', 'device-0002']

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(() => world.cloud.clock.set(world.now))

/** `ago` minutes before the first sync; more than ten lie before the roster was given. */
interface Recorded {
  device: number
  person: number
  ago: number
}

interface Sent {
  device: number
  /** Which of the device's records, by index; some several times. */
  which: number[]
}

const recorded: fc.Arbitrary<Recorded> = fc.record({
  device: fc.constantFrom(0, 1),
  person: fc.integer({ min: 0, max: PEOPLE - 1 }),
  ago: fc.integer({ min: 0, max: 15 }),
})
const sent: fc.Arbitrary<Sent> = fc.record({
  device: fc.constantFrom(0, 1),
  which: fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 6 }),
})

const key = ({ deviceId, seq, at }: Pick<CheckInSource, 'deviceId' | 'seq' | 'at'>) =>
  `${deviceId}#${seq}@${at}`

async function inTheHall() {
  const made = await hall(world, PEOPLE)
  const { sessionId, staff } = made
  for (const deviceId of DEVICES) ok(await world.activities(staff, 'rosterPack', { sessionId, deviceId }))
  const packs = await world.cloud.find<Pack>('packs', { sessionId })
  const issued = DEVICES.map(deviceId => packs.find(pack => pack.deviceId === deviceId)?.issuedAt ?? 0)
  await world.cloud.clock.advance(10 * MINUTE)
  return { ...made, issued, now: await clockOf(world) }
}

test('three times, in pieces, out of order, from two devices at once: the same attendance', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(recorded, { minLength: 1, maxLength: 12 }),
      fc.array(sent, { maxLength: 5 }),
      async (all, pieces) => {
        await world.cloud.clock.set(world.now)
        const { sessionId, staff, holders, issued, now } = await inTheHall()
        const recordsOf = (device: number): OfflineRecord[] =>
          all
            .filter(one => one.device === device)
            .map(({ person, ago }, i) => ({
              seq: i + 1,
              at: now - ago * MINUTE,
              method: 'SCAN_STAFF',
              rid: holders[person]!.rid,
            }))
        const send = async (device: number, records: OfflineRecord[]) => {
          const packId = `pk_${sessionId}_${DEVICES[device]}`
          if (records.length > 0) ok(await world.activities(staff, 'checkInSync', { packId, records }))
        }
        await Promise.all(
          pieces.map(({ device, which }) => {
            const records = recordsOf(device)
            return send(
              device,
              which.flatMap(i => records[i] ?? []),
            )
          }),
        )
        for (let times = 0; times < 3; times++)
          await Promise.all([send(0, recordsOf(0)), send(1, recordsOf(1).reverse())])

        for (const [person, holder] of holders.entries()) {
          const expected = [0, 1].flatMap(device =>
            recordsOf(device)
              .filter(({ rid }) => rid === holders[person]!.rid)
              .map(({ seq, at }) => ({
                deviceId: DEVICES[device]!,
                seq,
                at: Math.max(at, issued[device] ?? 0),
              })),
          )
          const row = await rowOfHolder(world, holder)
          expect((row?.sources ?? []).map(key).sort()).toEqual(expected.map(key).sort())
          if (expected.length === 0) expect(row).toBeUndefined()
          else
            expect(row).toMatchObject({
              state: 'ATTENDED',
              personId: personId(holder.openid),
              endedAt: Math.min(...expected.map(({ at }) => at)),
            })
        }
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)
