import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { checkInCode, checkInMac, codeWindow, digitsOf } from '../../miniprogram/shared/check-in-code'

const place = { sessionId: '01K5AAAAAAAAAAAAAAAAAAAAAA', no: 32, placeKey: 'ab'.repeat(32), windowSec: 30 }
const now = Date.parse('2026-09-19T18:55:07+08:00')

test('the code names session, number and window, and carries the first 16 bytes of the HMAC', () => {
  const window = Math.floor(now / 30_000)
  const mac = createHmac('sha256', Buffer.from(place.placeKey, 'hex'))
    .update(`C|${place.sessionId}|32|${window}`)
    .digest()
  const { text, digits } = checkInCode(place, now)
  expect(text).toBe(`GJ1.C.${place.sessionId}.32.${window}.${mac.subarray(0, 16).toString('base64url')}`)
  expect(digits).toBe(String((mac.readUInt32BE(0) >>> 5) % 100_000_000).padStart(8, '0'))
})

test('the digits are the first 27 bits, with leading zeros', () => {
  expect(digitsOf(Uint8Array.of(0, 0, 0, 0b0011_1111))).toBe('00000001')
  expect(digitsOf(Uint8Array.of(255, 255, 255, 255))).toBe('34217727')
})

test('a code holds for its whole window and changes at its end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 15, max: 60 }), (moment, windowSec) => {
      const code = checkInCode({ ...place, windowSec }, moment)
      expect(code.secondsLeft).toBeGreaterThanOrEqual(1)
      expect(code.secondsLeft).toBeLessThanOrEqual(windowSec)
      expect(code.digits).toMatch(/^\d{8}$/)
      const end = (codeWindow(moment, windowSec) + 1) * windowSec * 1000
      expect(checkInCode({ ...place, windowSec }, end - 1).text).toBe(code.text)
      expect(checkInCode({ ...place, windowSec }, end).text).not.toBe(code.text)
    }),
  )
})

test('another holding of the same number makes other codes', () => {
  const other = { ...place, placeKey: 'cd'.repeat(32) }
  expect(checkInMac(place, 1)).not.toEqual(checkInMac(other, 1))
})
