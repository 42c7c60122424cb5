/** The roll without a network: what a phone stores, sends later and never loses. */
import type { OfflineRecord, PackRow, RosterPack, SyncResult } from '../../typings/api/activity'
import type { Reply } from '../../typings/contract'

interface Call {
  action: string
  input: { records?: OfflineRecord[]; cursor?: string }
}
type Answer = unknown

const HOUR = 3_600_000
const NOW = Date.now()
const session = {
  sessionId: 'se_1',
  activityId: 'ac_1',
  title: '快递分拣赛',
  orgName: '工会',
  startAt: NOW,
  endAt: NOW + HOUR,
  spot: '场馆',
  state: 'ON' as const,
  windowSec: 30,
  from: NOW - HOUR,
  to: NOW + HOUR,
}
const row = (no: number): PackRow => ({
  rid: `rid${no}`,
  no,
  name: '马*',
  tail: '0417',
  headcount: 1,
  placeKey: 'ab'.repeat(32),
})
const pack = (items: PackRow[], next?: string): RosterPack => ({
  packId: 'pk_1',
  session,
  issuedAt: NOW,
  expiresAt: NOW + 12 * HOUR,
  venueKey: 'cd'.repeat(32),
  items,
  ...(next && { next }),
})
const accepted = (records: OfflineRecord[] = []): { results: SyncResult[] } => ({
  results: records.map(({ seq }) => ({ seq, result: 'OK' })),
})

/** A phone whose cloud answers as `answer` says; a code is a refusal, 'lost' no answer at all. */
async function phone(answer: (call: Call, n: number) => Answer) {
  const calls: Call[] = []
  const store = new Map<string, unknown>()
  const reply = (data: Answer): Reply<unknown> =>
    typeof data === 'string'
      ? { ok: false, code: data as 'PACK_UNKNOWN', serverAt: Date.now() }
      : { ok: true, data, serverAt: Date.now() }
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: async ({ data }: { data: Call }) => {
          calls.push(data)
          const answered = answer(data, calls.length)
          if (answered === 'lost') throw new Error('cloud.callFunction:fail')
          return { result: reply(answered) }
        },
      },
      getNetworkType: async () => ({ networkType: 'wifi' }),
      getStorageSync: (key: string) => store.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => store.set(key, structuredClone(value)),
      removeStorageSync: (key: string) => store.delete(key),
    },
  })
  jest.resetModules()
  const at = '../../miniprogram/packages/staff/roll'
  const [packs, records, sync] = await Promise.all([
    import(`${at}/pack`) as Promise<typeof import('../../miniprogram/packages/staff/roll/pack')>,
    import(`${at}/records`) as Promise<typeof import('../../miniprogram/packages/staff/roll/records')>,
    import(`${at}/sync`) as Promise<typeof import('../../miniprogram/packages/staff/roll/sync')>,
  ])
  return { calls, store, ...packs, ...records, ...sync }
}

const scan = (no: number) => ({ at: NOW, method: 'SCAN_STAFF' as const, rid: `rid${no}` })

test('a roster of several pages is stored whole, and not at all when its download breaks off', async () => {
  let broken = true
  const it = await phone(({ input }) =>
    input.cursor ? (broken ? 'lost' : pack([row(2)])) : pack([row(1)], 'page2'),
  )
  await expect(it.downloadPack('se_1')).rejects.toThrow()
  expect(it.storedPack('se_1', NOW)).toBeUndefined()
  broken = false
  await it.downloadPack('se_1')
  expect(it.storedPack('se_1', NOW)?.rows.map(({ no }) => no)).toEqual([1, 2])
})

test('a roster that has expired is wiped from the phone', async () => {
  const it = await phone(() => pack([row(1)]))
  const { expiresAt } = await it.downloadPack('se_1')
  expect(it.storedPack('se_1', expiresAt - 1)).toBeDefined()
  expect(it.storedPack('se_1', expiresAt)).toBeUndefined()
  expect(it.store.has('rollPack:se_1')).toBe(false)
})

test('no two records of a phone share a number, over sessions and after they were sent', async () => {
  const it = await phone(({ input }) => accepted(input.records))
  const seqs = [it.keepRecord('se_1', scan(1)).seq, it.keepRecord('se_2', scan(1)).seq]
  it.acknowledge('se_1', seqs)
  seqs.push(it.keepRecord('se_1', scan(2)).seq)
  expect(new Set(seqs).size).toBe(3)
})

test('an answer that is lost keeps every record, and the next try sends the same ones', async () => {
  const it = await phone(({ input }, n) => (n === 1 ? 'lost' : accepted(input.records)))
  const kept = [it.keepRecord('se_1', scan(1)), it.keepRecord('se_1', scan(2))]
  await expect(it.sendRecords('se_1')).rejects.toThrow()
  expect(it.unsent('se_1')).toEqual(kept)
  await it.sendRecords('se_1')
  expect(it.calls.map(({ input }) => input.records)).toEqual([kept, kept])
  expect(it.unsent('se_1')).toEqual([])
})

test('450 records go in three calls of at most 200, and those not acknowledged stay', async () => {
  const it = await phone(({ input: { records = [] } }, n) => accepted(n < 3 ? records : records.slice(1)))
  for (let no = 1; no <= 450; no++) it.keepRecord('se_1', scan(no))
  const sending = it.sendRecords('se_1')
  await sending
  expect(it.calls.slice(0, 3).map(({ input }) => input.records?.length)).toEqual([200, 200, 50])
})

test('refused records are taken off too: the phone has told of them', async () => {
  const it = await phone(({ input: { records = [] } }) => ({
    results: records.map(({ seq }) => ({ seq, result: 'REJECTED', code: 'SYNC_TOO_LATE' })),
  }))
  it.keepRecord('se_1', scan(1))
  const results = await it.sendRecords('se_1')
  expect(results).toMatchObject([{ result: 'REJECTED', code: 'SYNC_TOO_LATE' }])
  expect(it.unsent('se_1')).toEqual([])
})

test('a roster that the server no longer knows is taken anew, and the records are sent with it', async () => {
  const it = await phone(({ action, input }, n) =>
    n === 1 ? 'PACK_UNKNOWN' : action === 'rosterPack' ? pack([row(1)]) : accepted(input.records),
  )
  it.keepRecord('se_1', scan(1))
  await it.sendRecords('se_1')
  expect(it.calls.map(({ action }) => action)).toEqual(['checkInSync', 'rosterPack', 'checkInSync'])
  expect(it.unsent('se_1')).toEqual([])
})
