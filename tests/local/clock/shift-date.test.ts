import { shiftDate } from '../../../local/clock/shift-date'

const world = { Date: class extends Date {} as DateConstructor }
const clock = shiftDate(world)

beforeEach(() => clock.setOffset(86_400_000))

test('now, a new date and the text of now are shifted', () => {
  const tomorrow = Date.now() + 86_400_000
  expect(Math.abs(world.Date.now() - tomorrow)).toBeLessThan(100)
  expect(Math.abs(new world.Date().getTime() - tomorrow)).toBeLessThan(100)
  expect(world.Date()).toBe(new Date(world.Date.now()).toString())
})

test('a date made from a value is what it says', () => {
  expect(new world.Date(5).getTime()).toBe(5)
  expect(new world.Date(2026, 8, 16).getMonth()).toBe(8)
  expect(world.Date.UTC(2026, 8, 16)).toBe(Date.UTC(2026, 8, 16))
})

test('what was a date stays one', () => {
  const date = new world.Date()
  expect(date instanceof world.Date).toBe(true)
  expect(date.constructor === world.Date).toBe(true)
  class Moment extends world.Date {}
  expect(new Moment() instanceof Moment).toBe(true)
  expect(Math.abs(new Moment().getTime() - world.Date.now())).toBeLessThan(100)
})
