import type { ActivityDraft } from '../../typings/documents'
import { serverNow } from './clock'

/** An activity being written, as the phone keeps it: with every key that is pressed, until it was saved. */
export interface Writing {
  /** '' until it was saved once. */
  activityId: string
  /** Names the new activity, so that saving it twice makes one. */
  opId: string
  /** The revision it began from, and what stood there. */
  rev: number
  base: ActivityDraft
  draft: ActivityDraft
  /** What was sent under this `opId`, as long as no answer has come. */
  sent?: ActivityDraft
}

export interface KeptWriting extends Writing {
  /** Epoch ms. */
  at: number
}

/** Key of a new activity. */
export const NEW = 'new'

const keyOf = (name: string): string => `writing:${name}`

/** `name` is the activity's id, or NEW. Answers when it was kept (epoch ms). */
export function keepWriting(name: string, writing: Writing): number {
  const at = serverNow()
  wx.setStorageSync(keyOf(name), { ...writing, at } satisfies KeptWriting)
  return at
}

export function keptWriting(name: string): KeptWriting | undefined {
  const stored: KeptWriting | '' = wx.getStorageSync(keyOf(name))
  return stored || undefined
}

export function forgetWriting(name: string): void {
  wx.removeStorageSync(keyOf(name))
}
