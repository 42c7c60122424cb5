/** Rules, leaves and swaps together; and what is done with the places that are there. */
import { freePlace, blocked } from '../../../cloudfunctions/_kit/places/place'
import { planSlots } from '../../../cloudfunctions/legal/rota/plan-slots'
import type { SlotTime } from '../../../cloudfunctions/legal/rota/rule-slots'
import { isCovered, wantedSlots } from '../../../cloudfunctions/legal/rota/wanted-slots'
import { slotIdOf } from '../../../cloudfunctions/legal/slot-id'
import { instant } from '../../../miniprogram/shared/time'
import type { Place, SwappedSlot } from '../../../typings/documents'
import { calendar, rota, rule, times } from './rota-sample'

const at = (words: string) => instant(`2026-${words.slice(0, 5)}`, words.slice(6))
const range = { startAt: at('09-16 10:00'), endAt: at('09-24 00:00') }
const wanted = (...of: Parameters<typeof rota>) => wantedSlots(rota(...of), calendar, range)
const swapped = (words: string, swapId = 'sw_1'): SwappedSlot => ({
  swapId,
  startAt: at(words),
  endAt: at(words) + 30 * 60_000,
  modes: ['TEXT'],
})
const leave = (from: string, to: string) => ({ id: 'lv_1', fromAt: at(from), toAt: at(to), reason: '' })

test('a leave takes out every slot it touches', () => {
  expect(times(wanted([rule()], { leaves: [leave('09-16 14:29', '09-16 14:30')] }))).toEqual([
    '09-16 14:30',
    '09-23 14:00',
    '09-23 14:30',
  ])
})

test('a swap takes hours and brings others; a leave takes those too', () => {
  const swaps = { given: [swapped('09-16 14:30')], taken: [swapped('09-18 09:00')] }
  expect(times(wanted([rule()], swaps))).toEqual(['09-16 14:00', '09-18 09:00', '09-23 14:00', '09-23 14:30'])
  const away = { ...swaps, leaves: [leave('09-17 00:00', '09-19 00:00')] }
  expect(times(wanted([rule()], away))).not.toContain('09-18 09:00')
})

test('hours that went and came back are there once; what came and went is gone', () => {
  const there = { given: [swapped('09-16 14:00')], taken: [swapped('09-16 14:00', 'sw_2')] }
  expect(times(wanted([rule()], there)).filter(time => time === '09-16 14:00')).toHaveLength(1)
  expect(times(wanted([], there))).toEqual([])
})

test('hours that were taken over stand before a rule that would cut them', () => {
  const taken = [{ ...swapped('09-16 14:15'), modes: ['PHONE' as const] }]
  expect(times(wanted([rule()], { taken }))).toEqual(['09-16 14:15', '09-23 14:00', '09-23 14:30'])
})

const LAWYER = 'lw_p_1'
function placeAt(words: string, fields: Partial<Place> = {}, minutes = 30): Place {
  const startAt = at(words)
  const pool = slotIdOf(LAWYER, startAt)
  const of = { pool, refId: LAWYER, segments: [], maxNo: 1, startAt, endAt: startAt + minutes * 60_000 }
  return { ...freePlace(of, 1), segment: 'PHONE', ...fields }
}
const held = { holder: 'p_1', rid: '01', state: 'HELD' as const, nth: 0 }
const plan = (places: Place[], slots: SlotTime[]) => planSlots(LAWYER, places, slots, range.startAt)
const one = (words: string, minutes = 30): SlotTime => ({
  startAt: at(words),
  endAt: at(words) + minutes * 60_000,
  modes: ['PHONE'],
})

test('what is there as it is wanted is left alone', () => {
  const done = plan(
    [placeAt('09-16 14:00'), placeAt('09-16 14:30', held)],
    [one('09-16 14:00'), one('09-16 14:30')],
  )
  expect(done).toEqual({ insert: [], open: [], block: [], uncovered: [] })
})

test('a free slot no rule gives is withdrawn, a withdrawn one that is given again is opened', () => {
  const away = placeAt('09-16 14:30')
  const done = plan([placeAt('09-16 14:00'), { ...away, ...blocked(away) }], [one('09-16 14:30')])
  expect(times(done.block)).toEqual(['09-16 14:00'])
  expect(times(done.open.map(({ from }) => from))).toEqual(['09-16 14:30'])
  expect(done.insert).toEqual([])
})

test('a held slot no rule gives any more is told of, and never touched', () => {
  const done = plan([placeAt('09-16 14:00', held)], [])
  expect(times(done.uncovered)).toEqual(['09-16 14:00'])
  expect([done.insert, done.open, done.block]).toEqual([[], [], []])
})

test('nothing is laid over a held slot of another length', () => {
  const done = plan(
    [placeAt('09-16 14:10', held)],
    [one('09-16 14:00'), one('09-16 14:30'), one('09-16 15:00')],
  )
  expect(times(done.insert)).toEqual(['09-16 15:00'])
  expect(done.uncovered).toEqual([])
})

test('a slot that grows or changes its modes keeps its place', () => {
  const done = plan([placeAt('09-16 14:00'), placeAt('09-16 14:30')], [one('09-16 14:00', 60)])
  expect(done.open.map(({ to }) => to)).toEqual([{ endAt: at('09-16 15:00'), segment: 'PHONE' }])
  expect(times(done.block)).toEqual(['09-16 14:30'])
})

test('what has begun is let be', () => {
  expect(plan([placeAt('09-16 09:00'), placeAt('09-16 09:30', held)], [])).toEqual({
    insert: [],
    open: [],
    block: [],
    uncovered: [],
  })
})

test('hours are covered when slots of any length give all their minutes', () => {
  expect(isCovered(one('09-16 14:15'), [one('09-16 14:00'), one('09-16 14:30')])).toBe(true)
  expect(isCovered(one('09-16 14:15'), [one('09-16 14:00'), one('09-16 14:35')])).toBe(false)
  expect(isCovered(one('09-16 14:15'), [one('09-16 14:15', 20)])).toBe(false)
})
