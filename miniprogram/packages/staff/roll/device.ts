/** This phone, to the roster packs it holds: made up once and kept. */
const KEY = 'rollDevice'
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const LENGTH = 16

export function deviceId(): string {
  const stored: string = wx.getStorageSync(KEY)
  if (stored) return stored
  const letter = () => ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length))
  const made = Array.from({ length: LENGTH }, letter).join('')
  wx.setStorageSync(KEY, made)
  return made
}
