import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { readVenueCode, venueCode, venueMac } from '../../miniprogram/shared/venue-code'

const sessionId = 'se_01K5AAAAAAAAAAAAAAAAAAAAAA'
const key = 'ab'.repeat(32)
const now = Date.parse('2026-09-19T18:55:07+08:00')

test('the venue code names session and window, and carries the first 16 bytes of the HMAC', () => {
  const window = Math.floor(now / 30_000)
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(`V|${sessionId}|${window}`).digest()
  const right = mac.subarray(0, 16).toString('base64url')
  expect(venueCode(key, sessionId, 30, now)).toEqual({
    text: `GJ1.V.${sessionId}.${window}.${right}`,
    secondsLeft: 23,
  })
})

test('whatever the moment, the code reads back as what it was made of and changes when its seconds are over', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e12, max: 4e12 }), fc.integer({ min: 15, max: 60 }), (at, windowSec) => {
      const { text, secondsLeft } = venueCode(key, sessionId, windowSec, at)
      const parts = readVenueCode(text)
      expect(parts).toMatchObject({ sessionId, mac: venueMac(key, sessionId, parts?.window ?? 0) })
      expect(secondsLeft).toBeGreaterThanOrEqual(1)
      expect(secondsLeft).toBeLessThanOrEqual(windowSec)
      expect(venueCode(key, sessionId, windowSec, at + secondsLeft * 1000).text).not.toBe(text)
    }),
  )
})

test('a check-in code is no venue code', () => {
  expect(readVenueCode(venueCode(key, sessionId, 30, now).text.replace('GJ1.V', 'GJ1.C'))).toBeUndefined()
  expect(readVenueCode('')).toBeUndefined()
})
