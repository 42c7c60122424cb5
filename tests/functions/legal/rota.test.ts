import type { Place, Rota, Task } from '../../../typings/documents'
import { codeOf, ok } from '../world'
import { times } from './rota-sample'
import { at, newRule, NOW, startRota, type RotaWorld } from './rota-stage'

let world: RotaWorld
beforeAll(async () => {
  world = await startRota()
  await world.workers('lin', 'he')
})
afterAll(() => world.cloud.stop())
beforeEach(() => world.cloud.clock.set(NOW))

const slots = (of: readonly { startAt: number }[]) => times(of)
const rotaOf = async (lawyerId: string) =>
  (await world.cloud.find<Rota>('rotas', { _id: `ro_${lawyerId}` }))[0] as Rota

test('a rule is looked at first: what it would add is told, nothing is written', async () => {
  const lawyerId = await world.lawyer('previewer')
  const told = ok(await world.save('previewer', newRule(), 1, { preview: true }))
  // Wednesdays 16, 23, 30 September, 14 October; 7 October is a holiday
  expect(told).toEqual({ slotsAdded: 8, slotsRemoved: 0, clashes: [], rev: 1 })
  expect(await world.places(lawyerId)).toEqual([])
  expect(await world.cloud.count('tasks', { _id: `SLOTS:${lawyerId}` })).toBe(0)
  expect((await rotaOf(lawyerId)).rules).toEqual([])
})

test('a rule gives its slots to the 28th day from today', async () => {
  const lawyerId = await world.lawyer('ye')
  const saved = ok(await world.save('ye', newRule({ modes: ['TEXT', 'PHONE'] }), 1))
  expect(saved).toEqual({ slotsAdded: 8, slotsRemoved: 0, clashes: [], rev: 2 })
  const places = await world.places(lawyerId)
  expect(slots(places)).toEqual([
    '09-16 14:00',
    '09-16 14:30',
    '09-23 14:00',
    '09-23 14:30',
    '09-30 14:00',
    '09-30 14:30',
    '10-14 14:00',
    '10-14 14:30',
  ])
  expect(places[0]).toMatchObject({
    _id: `sl_${lawyerId}_20260916_1400/1`,
    pool: `sl_${lawyerId}_20260916_1400`,
    segment: 'PHONE,TEXT',
    endAt: at('09-16 14:30'),
    holder: '',
    state: 'FREE',
  })
})

test('the same again writes nothing: neither a second tap nor the night', async () => {
  const lawyerId = await world.lawyer('again')
  const first = ok(await world.save('again', newRule(), 1))
  const before = [await world.places(lawyerId), await rotaOf(lawyerId)]
  const second = ok(await world.save('again', newRule(), 1))
  expect(second).toEqual({ ...first, slotsAdded: 0 })
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  expect([await world.places(lawyerId), await rotaOf(lawyerId)]).toEqual(before)
})

test('every night another day is added', async () => {
  const lawyerId = await world.lawyer('nightly')
  ok(await world.save('nightly', newRule({ weekdays: [4], slotMin: 60 }), 1))
  expect(slots(await world.places(lawyerId)).at(-1)).toBe('10-08 14:00')
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  const [task] = await world.cloud.find<Task>('tasks', { _id: `SLOTS:${lawyerId}` })
  expect(task?.dueAt).toBe(at('09-17 02:10'))
  await world.cloud.clock.set(at('09-17 02:11'))
  await world.cloud.timer('jobs')
  expect(slots(await world.places(lawyerId)).at(-1)).toBe('10-15 14:00')
})

test('two rules that overlap are refused, also when they are written at the same time', async () => {
  const lawyerId = await world.lawyer('gu')
  const both = await Promise.all([
    world.save('gu', newRule(), 1),
    world.save('gu', newRule({ from: '14:30', to: '16:00' }), 1),
  ])
  expect(both.map(codeOf).sort()).toEqual(['OK', 'STALE_REV'])
  const [kept] = (await rotaOf(lawyerId)).rules
  expect(codeOf(await world.save('gu', newRule({ from: '13:00', to: '15:30' }), 2))).toBe('RULE_OVERLAP')
  expect(codeOf(await world.save('gu', newRule({ from: '13:00', to: '15:30' }), 2, { preview: true }))).toBe(
    'RULE_OVERLAP',
  )
  // a rule is not in its own way
  const moved = { ...kept, ...newRule({ from: '13:30', to: '15:30' }), id: kept?.id }
  expect(ok(await world.save('gu', moved, 2)).rev).toBe(3)
})

test('who saw an older rota is told so', async () => {
  await world.lawyer('older')
  ok(await world.save('older', newRule(), 1))
  expect(codeOf(await world.save('older', newRule({ weekdays: [5] }), 1))).toBe('STALE_REV')
  expect(codeOf(await world.save('older', newRule({ weekdays: [5] }), 1, { preview: true }))).toBe(
    'STALE_REV',
  )
})

test('a rule that is not there cannot be changed or ended; a mode the lawyer does not offer cannot be given', async () => {
  await world.lawyer('phones', { modes: ['PHONE'] })
  const unknown = { ...newRule(), id: `ru_${'0'.repeat(26)}` }
  expect(codeOf(await world.save('phones', unknown, 1))).toBe('NOT_FOUND')
  expect(codeOf(await world.save('phones', unknown, 1, { remove: true }))).toBe('NOT_FOUND')
  expect(codeOf(await world.save('phones', newRule({ modes: ['SITE'] }), 1))).toBe('INVALID_INPUT')
})

test.each([
  ['no slot in its hours', { to: '14:20' }],
  ['hours that run backwards', { to: '13:00' }],
  ['a weekday twice', { weekdays: [3, 3] }],
  ['a last day before the first', { untilDate: '2026-09-15' }],
])('a rule with %s is refused', async (_title, fields) => {
  expect(codeOf(await world.save('ye', newRule(fields), 2))).toBe('INVALID_INPUT')
})

test('a held slot no rule gives any more is listed UNCOVERED and never touched', async () => {
  const lawyerId = await world.lawyer('su')
  ok(await world.save('su', newRule(), 1))
  const [, , slot, other] = await world.places(lawyerId)
  const appointment = await world.appointment('lin', slot?.pool ?? '')
  const held = (await world.places(lawyerId))[2]
  const [rule] = (await rotaOf(lawyerId)).rules
  const clash = {
    slotId: held?.pool,
    startAt: held?.startAt,
    endAt: held?.endAt,
    appointmentId: appointment._id,
  }
  const end = (preview: boolean) =>
    world.save('su', { ...newRule(), id: rule?.id }, 2, { remove: true, preview })
  expect(ok(await end(true))).toEqual({ slotsAdded: 0, slotsRemoved: 7, clashes: [clash], rev: 2 })
  expect(ok(await end(false))).toEqual({ slotsAdded: 0, slotsRemoved: 7, clashes: [clash], rev: 3 })
  expect(ok(await end(false))).toEqual({ slotsAdded: 0, slotsRemoved: 0, clashes: [clash], rev: 3 })

  expect(await world.place(held?._id ?? '')).toEqual(held)
  expect(await world.place(other?._id ?? '')).toMatchObject({ state: 'BLOCKED', holder: `#${other?._id}` })
  expect((await world.view('su')).slots).toEqual([
    {
      slotId: held?.pool,
      startAt: held?.startAt,
      endAt: held?.endAt,
      modes: ['PHONE'],
      state: 'UNCOVERED',
      appointmentId: appointment._id,
    },
  ])

  // a rule that gives those minutes again, in slots of another length, covers it and lays nothing over it
  ok(await world.save('su', newRule({ from: '13:00', to: '16:00', slotMin: 60 }), 3))
  const { slots: shown } = await world.view('su', '2026-09-23', '2026-09-23')
  expect(shown.map(({ state }) => state)).toEqual(['FREE', 'HELD', 'FREE'])
  expect(slots(shown)).toEqual(['09-23 13:00', '09-23 14:00', '09-23 15:00'])
  expect(await world.place(held?._id ?? '')).toEqual(held)
})

test('a slot that is taken while its rule ends stays with who took it', async () => {
  const lawyerId = await world.lawyer('race')
  ok(await world.save('race', newRule(), 1))
  const places = await world.places(lawyerId)
  const [rule] = (await rotaOf(lawyerId)).rules
  await Promise.all([
    world.save('race', { ...newRule(), id: rule?.id }, 2, { remove: true }),
    ...places.map(place =>
      world.cloud.db
        .collection('places')
        .where({ _id: place._id, holder: '' })
        .update({ holder: 'p_racer', rid: 'R', state: 'HELD', nth: 0, capKey: `p_racer|${place._id}` }),
    ),
  ])
  const after = await world.places(lawyerId)
  expect(after.map(({ state }) => state).filter(state => state === 'FREE')).toEqual([])
  for (const { _id, state, holder } of after) expect(holder).toBe(state === 'HELD' ? 'p_racer' : `#${_id}`)
})

test('a rota is its lawyer’s and the coordinating staff’s of their organisation', async () => {
  const lawyerId = await world.lawyer('luo')
  await world.lawyer('han')
  await world.grant('staff', ['CASE'])
  await world.grant('elsewhere', ['CASE'], 'org_S1')
  const range = { lawyerId, from: '2026-09-16', to: '2026-09-17' }
  expect(codeOf(await world.legal('han', 'rotaView', range))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await world.legal('elsewhere', 'rotaView', range))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await world.legal('lin', 'rotaView', range))).toBe('NO_PERMISSION')
  expect(ok(await world.legal('staff', 'rotaView', range))).toMatchObject({
    lawyerId,
    name: '叶律师',
    rev: 1,
  })
  expect(ok(await world.save('staff', newRule(), 1, { lawyerId })).rev).toBe(2)
  expect(codeOf(await world.save('han', newRule({ weekdays: [1] }), 2, { lawyerId }))).toBe('OUT_OF_SCOPE')
  const { from, to } = range
  expect(codeOf(await world.legal('staff', 'rotaView', { from, to }))).toBe('INVALID_INPUT')
})

test('who holds the grant and has no profile yet has no rota', async () => {
  await world.grant('new', [], 'org_R', { _id: 'gr_new', role: 'LAWYER' })
  const range = { from: '2026-09-16', to: '2026-09-17' }
  expect(codeOf(await world.legal('new', 'rotaView', range))).toBe('NOT_FOUND')
})

test('a lawyer whose rota was never written begins at revision 0', async () => {
  const lawyerId = await world.lawyer('first')
  await world.cloud.db.collection('rotas').where({ lawyerId }).remove()
  expect((await world.view('first')).rev).toBe(0)
  expect(ok(await world.save('first', newRule(), 0))).toMatchObject({ slotsAdded: 8, rev: 1 })
  expect(ok(await world.save('first', newRule(), 0))).toMatchObject({ slotsAdded: 0, rev: 1 })
})

test('the view shows the kinds of days, 待定 where a year is not announced, and 62 days at most', async () => {
  const { days, colleagues } = await world.view('ye', '2026-12-31', '2027-03-02')
  expect(days).toHaveLength(62)
  expect(days[0]).toEqual({ date: '2026-12-31', kind: 'WORKDAY' })
  expect(days[1]).toEqual({ date: '2027-01-01', kind: 'WORKDAY', pending: true })
  expect(colleagues.length).toBeGreaterThan(0)
  expect(colleagues.map(({ name }) => name)).toContain('叶律师')
  const far = { from: '2026-12-31', to: '2027-03-03' }
  expect(codeOf(await world.legal('ye', 'rotaView', far))).toBe('RANGE_TOO_LONG')
  expect(codeOf(await world.legal('ye', 'rotaView', { from: far.to, to: far.from }))).toBe('INVALID_INPUT')
})

test('a lawyer who no longer takes part gives no slots; what is held stays', async () => {
  const lawyerId = await world.lawyer('leaver')
  ok(await world.save('leaver', newRule(), 1))
  const [first] = await world.places(lawyerId)
  await world.appointment('he', first?.pool ?? '')
  await world.cloud.db.collection('lawyers').where({ _id: lawyerId }).update({ active: false })
  await world.cloud.clock.advance(2 * 60_000)
  await world.cloud.timer('jobs')
  const states = (await world.places(lawyerId)).map(({ state }: Place) => state)
  expect(states).toEqual(['HELD', ...Array.from({ length: 7 }, () => 'BLOCKED')])
})
