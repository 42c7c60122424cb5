import { asynchronous, Failure } from './asynchronous'
import { PhoneStorage } from './phone-storage'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Keyed {
  key: string
}

export function storage({ bridge }: Phone) {
  const kept = new PhoneStorage(localStorage, bridge.openid())
  return {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => named('setStorageSync', () => kept.set(key, value)),
    removeStorageSync: (key: string) => kept.remove(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => kept.info(),
    ...asynchronous({
      getStorage({ key }: Keyed) {
        expectParameter('key', key, 'String')
        if (!kept.has(key)) throw new Failure('data not found')
        return { data: kept.get(key) }
      },
      setStorage({ key, data }: Keyed & { data: unknown }) {
        expectParameter('key', key, 'String')
        kept.set(key, data)
      },
      removeStorage: ({ key }: Keyed) => kept.remove(key),
      clearStorage: () => kept.clear(),
      getStorageInfo: () => kept.info(),
    }),
  }
}

/** A synchronous call throws an Error whose message is what `errMsg` would be. */
function named<T>(name: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new Error(`${name}:fail ${(error as Error).message}`, { cause: error })
  }
}
