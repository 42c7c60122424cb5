/** The server's clock as this phone knows it: its own, corrected by the last answer. Kept, so that codes work offline. */
const KEY = 'clockOffset'
let offset: number | undefined

function storedOffset(): number {
  const stored: unknown = wx.getStorageSync(KEY)
  return typeof stored === 'number' ? stored : 0
}

export function serverNow(): number {
  offset ??= storedOffset()
  return Date.now() + offset
}

/** An answer stamped `serverAt` came between two moments of this phone; its stamp belongs to their middle. */
export function learnClock(serverAt: number, sentAt: number, receivedAt: number): void {
  const learnt = Math.round(serverAt - (sentAt + receivedAt) / 2)
  // Storage is slow: a second more or less changes no code.
  if (Math.abs(learnt - (offset ?? storedOffset())) >= 1000) wx.setStorageSync(KEY, learnt)
  offset = learnt
}
