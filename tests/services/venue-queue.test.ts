import { fakePhone, ok, refused } from './phone'

const session = 'se_01K4DEM0000000000000000021'
const token = `GJ1.V.${session}.59000000.abcdefghij-_klmnopqrst`
const scanned = {
  sessionId: session,
  activityId: 'ac_1',
  title: '骑手夜校',
  no: 3,
  at: 1,
  pending: true,
  walkIn: false,
  repeated: false,
}
const load = () => import('../../miniprogram/services/venue-queue')

test('a venue code scanned while the network is away is kept with its moment and sent later, unchanged', async () => {
  const phone = fakePhone(['lost'])
  const { scanVenue, sendScans, venueOutcome } = await load()
  await expect(scanVenue(token)).resolves.toMatchObject({ kind: 'waiting' })
  const [first] = phone.sent
  phone.answers.push(ok(scanned))
  await sendScans()
  expect(phone.sent.at(-1)).toEqual(first)
  expect(phone.store.get('venueScans')).toEqual([])
  expect(venueOutcome(session)).toEqual({ kind: 'done', scanned })
})

test('the same code scanned twice without a network waits once', async () => {
  const phone = fakePhone(['lost', 'lost', 'lost'])
  const { scanVenue } = await load()
  await scanVenue(token)
  await scanVenue(token)
  expect(phone.store.get('venueScans')).toHaveLength(1)
})

test('a refusal is an answer and is told; a fault of the server is none and the scan stays', async () => {
  const phone = fakePhone([refused('CODE_EXPIRED')])
  const { scanVenue } = await load()
  await expect(scanVenue(token)).resolves.toMatchObject({
    kind: 'refused',
    failure: { code: 'CODE_EXPIRED' },
  })
  phone.answers.push(refused('INTERNAL'))
  await expect(scanVenue(token)).resolves.toMatchObject({ kind: 'waiting' })
})

test('only a venue code names its session', async () => {
  fakePhone()
  const { venueSession } = await load()
  expect([venueSession(token), venueSession('GJ1.C.se_1.3.1.x'), venueSession('')]).toEqual([session, '', ''])
})
