import type { Writing } from './record-draft'

/** A record is kept on this phone with every key, and only until it is handed in or the case is gone. */
const keyOf = (appointmentId: string): string => `record:${appointmentId}`

export function keptRecord(appointmentId: string): Writing | undefined {
  const stored: Writing | '' = wx.getStorageSync(keyOf(appointmentId))
  return stored || undefined
}

export function keepRecord(appointmentId: string, writing: Writing): void {
  wx.setStorageSync(keyOf(appointmentId), writing)
}

export function forgetRecord(appointmentId: string): void {
  wx.removeStorageSync(keyOf(appointmentId))
}
