import { emptyDraft, type Draft } from './intake'

/** What is being written for a booking of one service: on this phone only, until it is booked. */
const keyOf = (serviceId: string): string => `intake:${serviceId}`

export function intakeDraft(serviceId: string): Draft {
  const stored: Draft | '' = wx.getStorageSync(keyOf(serviceId))
  return stored || emptyDraft
}

export function keepIntake(serviceId: string, draft: Draft): void {
  wx.setStorageSync(keyOf(serviceId), draft)
}

export function forgetIntake(serviceId: string): void {
  wx.removeStorageSync(keyOf(serviceId))
}
