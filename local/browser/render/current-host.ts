import type { Host } from '../host'

let host: Host | undefined

export function useHost(given: Host): void {
  host = given
}

export function currentHost(): Host {
  if (!host) throw new Error('the phone has not started')
  return host
}
