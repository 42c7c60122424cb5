import { serverNow } from './clock'
import { failureOf, isUnreached } from './failure'

/** A fresh value, or the phone's copy of it with the time it was taken. */
export interface Cached<T> {
  value: T
  copyAt?: number
}

interface Copy<T> {
  value: T
  at: number
}

const PREFIX = 'copy:'
const INDEX = 'copies'
/** WeChat gives 10 MB in all; answers are at most 30 KB. */
const KEPT = 60

/** Reads, and keeps a copy; without a network the copy answers. */
export async function cached<T>(key: string, read: () => Promise<T>): Promise<Cached<T>> {
  try {
    const value = await read()
    keep(key, value)
    return { value }
  } catch (thrown) {
    const copy = isUnreached(failureOf(thrown)) ? copyOf<T>(key) : undefined
    if (!copy) throw thrown
    return { value: copy.value, copyAt: copy.at }
  }
}

export function copyOf<T>(key: string): Copy<T> | undefined {
  const stored: Copy<T> | '' = wx.getStorageSync(PREFIX + key)
  return stored || undefined
}

export function forget(key: string): void {
  wx.removeStorageSync(PREFIX + key)
}

export function keep<T>(key: string, value: T): void {
  wx.setStorageSync(PREFIX + key, { value, at: serverNow() } satisfies Copy<T>)
  const stored: string[] | '' = wx.getStorageSync(INDEX)
  const keys = [key, ...(stored || []).filter(other => other !== key)]
  keys.slice(KEPT).forEach(forget)
  wx.setStorageSync(INDEX, keys.slice(0, KEPT))
}
