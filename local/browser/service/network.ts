import { asynchronous } from './asynchronous'
import { Listeners } from './listeners'
import type { Phone } from './phone'

export function network({ bridge }: Phone) {
  const changes = new Listeners<{ isConnected: boolean; networkType: string }>()
  const type = () => (bridge.network() === 'off' ? 'none' : 'wifi')
  let last = type()
  bridge.onNetworkChange(() => {
    // Slow and normal are both wifi: a phone reports no change between them.
    if (type() === last) return
    last = type()
    changes.tell({ isConnected: last !== 'none', networkType: last })
  })
  return {
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
    ...asynchronous({ getNetworkType: () => ({ networkType: type(), hasSystemProxy: false }) }),
  }
}
