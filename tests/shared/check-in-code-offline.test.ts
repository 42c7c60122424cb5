import fc from 'fast-check'
import { checkInCode, readCheckInCode, verifyCheckIn } from '../../miniprogram/shared/check-in-code'

const sessionId = 'se_01K5AAAAAAAAAAAAAAAAAAAAAA'
const place = { sessionId, no: 32, placeKey: 'ab'.repeat(32), windowSec: 30 }
const now = Date.parse('2026-09-19T18:55:07+08:00')
const HOUR = 3600_000

const judge = (text: string, at: number, changes: Partial<typeof place> = {}) => {
  const parts = readCheckInCode(text)
  return parts ? verifyCheckIn(parts, { ...place, ...changes }, at) : 'unreadable'
}

test('a phone without a network accepts a code in its own window, the one before and the one after, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1e12, max: 4e12 }),
      fc.integer({ min: 15, max: 60 }),
      fc.integer({ min: -4, max: 4 }),
      (moment, windowSec, windows) => {
        const { text } = checkInCode({ ...place, windowSec }, moment)
        const verdict = judge(text, moment + windows * windowSec * 1000, { windowSec })
        expect(verdict).toBe(Math.abs(windows) <= 1 ? 'ok' : 'expired')
      },
    ),
  )
})

test('a code with any one character changed is never accepted', () => {
  const { text } = checkInCode(place, now)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom(...'ABCXYZabcxyz01589-_.'),
      (at, letter) => {
        fc.pre(text[at] !== letter)
        expect(judge(text.slice(0, at) + letter + text.slice(at + 1), now)).not.toBe('ok')
      },
    ),
  )
})

test('the code of an earlier holding, and of another session, is invalid', () => {
  const { text } = checkInCode(place, now)
  expect(judge(text, now, { placeKey: 'cd'.repeat(32) })).toBe('invalid')
  expect(judge(text, now, { sessionId: 'se_01K5BBBBBBBBBBBBBBBBBBBBBB' })).toBe('invalid')
})

test('a phone whose clock is an hour off makes codes that have expired; corrected by the server they are good', () => {
  const wrong = now - HOUR
  expect(judge(checkInCode(place, wrong).text, now)).toBe('expired')
  expect(judge(checkInCode(place, wrong + HOUR).text, now)).toBe('ok')
})

test('what is not written like a check-in code is none', () => {
  const { text } = checkInCode(place, now)
  for (const other of [
    '',
    'hello',
    text.slice(1),
    `${text}x`,
    text.replace('GJ1.C', 'GJ1.V'),
    '0'.repeat(500),
  ])
    expect(readCheckInCode(other)).toBeUndefined()
  expect(readCheckInCode(` ${text}\n`)).toMatchObject({ sessionId, no: 32 })
})
