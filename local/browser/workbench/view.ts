import type { Network } from '../bridge'

/** What is looked at. The address holds all of it but the network: a link reproduces a view. */
export interface View {
  as: string
  dark: boolean
  large: boolean
  network: Network
}

export function readView(search: string, keys: string[]): View {
  const asked = new URLSearchParams(search)
  const as = asked.get('as') ?? ''
  return {
    as: keys.includes(as) ? as : (keys[0] ?? ''),
    dark: asked.get('dark') === '1',
    large: asked.get('large') === '1',
    network: 'normal',
  }
}

export function addressOf({ as, dark, large }: View): string {
  return `/?${new URLSearchParams({ as, ...(dark && { dark: '1' }), ...(large && { large: '1' }) })}`
}
