import fc from 'fast-check'
import { base64url, fromHex } from '../../miniprogram/shared/bytes'

test('bytes become text and come from text as Node does it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), bytes => {
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromHex(Buffer.from(bytes).toString('hex'))).toEqual(bytes)
    }),
  )
})
