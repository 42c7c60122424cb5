import fc from 'fast-check'
import { base32, base32Number } from '../../../cloudfunctions/_kit/base32'
import { open, phoneHash, placeKey, seal } from '../../../cloudfunctions/_kit/crypto'
import { idPattern, ulid } from '../../../cloudfunctions/_kit/ids'
import { personIdOf } from '../../../cloudfunctions/_kit/identity'
import { readScene, sceneOf } from '../../../cloudfunctions/_kit/scene'
import { secrets } from '../world'

test('what is sealed opens to the same text, for its owner only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const sealed = seal(text, 'p_1.name', secrets)
      expect(open(sealed, 'p_1.name', secrets)).toBe(text)
      expect(() => open(sealed, 'p_2.name', secrets)).toThrow()
      expect(() => open(sealed, 'p_1.phone', secrets)).toThrow()
    }),
  )
})

test('the same text is sealed differently each time, and an altered one does not open', () => {
  const [one, other] = [seal('林禾', 'p', secrets), seal('林禾', 'p', secrets)]
  expect(one.ct).not.toBe(other.ct)
  expect(() => open({ ...one, ct: other.ct }, 'p', secrets)).toThrow()
  expect(() => open({ ...one, kid: 'k2' }, 'p', secrets)).toThrow('no key k2')
})

test('after a new key is put in front, what the old one sealed still opens', () => {
  const old = seal('林禾', 'p', secrets)
  const turned = { ...secrets, keys: `k2:${Buffer.alloc(32, 9).toString('base64')},${secrets.keys}` }
  expect(open(old, 'p', turned)).toBe('林禾')
  expect(seal('林禾', 'p', turned).kid).toBe('k2')
})

test('a printed scene is 32 visible characters and reads back; under another pepper it does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), now => {
      const id = ulid(now)
      const scene = sceneOf({ kind: 'a', ulid: id }, secrets)
      expect(scene).toMatch(/^a[0-9A-Z]{31}$/)
      expect(readScene(scene, secrets)).toEqual({ kind: 'a', ulid: id })
      expect(readScene(scene, { ...secrets, pepper: 'another' })).toBeUndefined()
    }),
  )
})

test('ids sort by time and look like ids', () => {
  const [early, late] = [ulid(1_700_000_000_000), ulid(1_800_000_000_000)]
  expect(early < late).toBe(true)
  expect(`ac_${early}`).toMatch(idPattern('ac'))
  expect(base32Number(31, 2)).toBe('0Z')
  expect(base32(Buffer.from([0xff, 0xff]), 3)).toBe('ZZZ')
  expect(() => base32(Buffer.alloc(2), 4)).toThrow(RangeError)
})

test('an identity, a phone and a place each have their own keyed name', () => {
  const other = { ...secrets, pepper: 'another' }
  expect(personIdOf('app', 'openid', secrets)).toMatch(/^p_[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(personIdOf('app', 'openid', secrets)).not.toBe(personIdOf('app', 'openid', other))
  expect(personIdOf('app', 'openid', secrets)).not.toBe(personIdOf('app2', 'openid', secrets))
  expect(phoneHash('13800000001', secrets)).not.toBe(phoneHash('13800000002', secrets))
  const place = { pool: 'se_1', no: 1, holder: 'p_1', rid: 'r1' }
  expect(placeKey(place, secrets)).not.toBe(placeKey({ ...place, rid: 'r2' }, secrets))
})
