import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { manifest } from '../../../database/manifest'
import { openClock } from '../../../local/clock/clock'
import type { Database } from '../../../local/cloud/database/database'
import { openDatabase } from '../../../local/cloud/database/open-database'
import { demo } from '../../../local/demo/demo'
import { seed } from '../../../local/demo/seed'
import { DEMO_START } from '../../../local/clock/clock'
import type { Place } from '../../../typings/documents'

const keys = {
  GJ_PEPPER: Buffer.alloc(32, 1).toString('base64'),
  GJ_KEYS: `k1:${Buffer.alloc(32, 2).toString('base64')}`,
}
const secrets = { pepper: keys.GJ_PEPPER, keys: keys.GJ_KEYS }

let folder: string
let database: Database
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongjia-demo-'))
  database = openDatabase({ file: path.join(folder, 'database.sqlite'), now: () => DEMO_START })
  for (const [name, { indexes }] of Object.entries(manifest)) {
    await database.createCollection(name)
    for (const index of indexes) await database.createIndex(name, index)
  }
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the demo fills an empty database once, and its unique indexes accept it', async () => {
  const clock = openClock(folder)
  await demo({ database, clock, keys })
  const counts = async () => Promise.all(Object.keys(manifest).map(name => database.count(name, {})))
  const first = await counts()
  expect(first.filter(count => count > 0).length).toBeGreaterThan(10)
  await demo({ database, clock, keys })
  expect(await counts()).toEqual(first)
  clock.stop()
})

test('a start that was cut off is finished by the next, and what somebody had put there stays', async () => {
  const clock = openClock(folder)
  const { places } = seed(DEMO_START, secrets)
  for (const name of ['orgs', 'places', 'signups']) await database.remove(name, {}, true)
  await database.insert('signups', [{ _id: 'somebody’s' }])
  await demo({ database, clock, keys })
  expect(await database.find('signups', { filter: {} })).toEqual([{ _id: 'somebody’s' }])
  expect(await database.count('places', {})).toBe(places.length)
  clock.stop()
})

test('the places are held as the programme says', () => {
  const { activities, places } = seed(DEMO_START, secrets)
  const heldOf = (number: number) => {
    const id = activities.find(({ _id }) => _id.endsWith(`${String(number).padStart(2, '0')}0`))?._id
    const own = places.filter(({ refId }: Place) => refId === id)
    return [own.filter(({ holder }) => holder !== '').length, own.length]
  }
  expect([2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(heldOf)).toEqual([
    [31, 60],
    [120, 120],
    [188, 300],
    [0, 80],
    [9, 24],
    [118, 120],
    [48, 48],
    [0, 30],
    [16, 16],
    [0, 0],
  ])
})
