import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DEMO_START, openClock } from '../../../local/clock/clock'

let folder: string

beforeEach(() => {
  jest.useFakeTimers()
  folder = mkdtempSync(path.join(tmpdir(), 'gongjia-clock-'))
})
afterEach(() => {
  jest.useRealTimers()
  rmSync(folder, { recursive: true })
})

test('the demo begins on 16 September 2026 at ten in the morning in Shanghai, and ticks', () => {
  const clock = openClock(folder)
  expect(new Date(clock.now()).toISOString()).toBe('2026-09-16T02:00:00.000Z')
  jest.advanceTimersByTime(1000)
  expect(clock.now()).toBe(DEMO_START + 1000)
  clock.stop()
})

test('a clock that was stopped resumes where it stood', () => {
  const clock = openClock(folder)
  clock.advance(60_000)
  clock.stop()
  jest.advanceTimersByTime(3_600_000)
  const next = openClock(folder)
  expect(next.now()).toBe(DEMO_START + 60_000)
  next.stop()
})

test('after a power cut time does not run backwards', () => {
  const clock = openClock(folder)
  jest.advanceTimersByTime(35_000)
  const last = clock.now()
  const next = openClock(folder)
  expect(next.now()).toBeGreaterThanOrEqual(last)
  expect(next.now() - last).toBeLessThanOrEqual(20_000)
  next.stop()
})

test('the clock can be set to any moment, but not to none', () => {
  const clock = openClock(folder)
  clock.set(0)
  expect(clock.now()).toBe(0)
  expect(() => clock.set(NaN)).toThrow('not a moment')
  expect(() => clock.advance(Infinity)).toThrow('not a moment')
  clock.stop()
})
