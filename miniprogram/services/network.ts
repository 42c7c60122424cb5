/** Whether the phone has a network, as WeChat last said; true until it says otherwise. */
let online = true
const listeners = new Set<(online: boolean) => void>()

export const isOnline = (): boolean => online

function settle(now: boolean): void {
  if (now === online) return
  online = now
  listeners.forEach(listener => listener(now))
}

/** Called once, by the app. */
export function watchNetwork(): void {
  wx.onNetworkStatusChange(({ isConnected }) => settle(isConnected))
  void askNetwork()
}

/** Asks WeChat afresh: after a failed call the last word may be old. */
export async function askNetwork(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType()
  settle(networkType !== 'none')
  return online
}

/** Returns what ends the listening. */
export function onNetwork(listener: (online: boolean) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
