import type { PackRow } from '../../../../typings/api/activity'
import { activities } from '../../../services/activity'
import { deviceId } from './device'
import type { StoredPack } from './stored-pack'

/** The server's name of this phone's roster; records may be sent after the roster itself was wiped. */
export const packIdOf = (sessionId: string): string => `pk_${sessionId}_${deviceId()}`

const key = (sessionId: string): string => `rollPack:${sessionId}`

/** The roster stored for a session; one that has expired is wiped. `now` is server time. */
export function storedPack(sessionId: string, now: number): StoredPack | undefined {
  const stored: StoredPack | '' = wx.getStorageSync(key(sessionId))
  if (!stored) return undefined
  if (now < stored.expiresAt) return stored
  wx.removeStorageSync(key(sessionId))
  return undefined
}

/** All pages, then stored at once: a download that breaks off leaves the older roster. */
export async function downloadPack(sessionId: string): Promise<StoredPack> {
  const rows: PackRow[] = []
  for (let cursor: string | undefined; ;) {
    const page = await activities.rosterPack({ sessionId, deviceId: deviceId(), ...(cursor && { cursor }) })
    const { items, next, ...pack } = page
    rows.push(...items)
    if (next) {
      cursor = next
      continue
    }
    const whole = { ...pack, rows }
    wx.setStorageSync(key(sessionId), whole)
    return whole
  }
}
