import type { Bridge } from '../bridge'
import type { LocalState, Persona } from './local-cloud'
import { readState } from './local-cloud'

/** The workbench around the frame, or a stand-in for it. */
export function connect(state: LocalState): Bridge {
  const around = window.parent === window ? undefined : window.parent.connectPhone
  return around?.() ?? standIn(personAt(location.search, state.personas), state)
}

/** The persona that `?as=` names, else the first. */
export function personAt(search: string, personas: Persona[]): Persona {
  const key = new URLSearchParams(search).get('as')
  const person = key === null ? personas[0] : personas.find(persona => persona.key === key)
  if (!person) throw new Error(`?as=${key}: no such persona`)
  return person
}

/** Online, at default size, following the local cloud's clock from every two seconds' look at it. */
function standIn({ openid }: Persona, { offset }: LocalState): Bridge {
  const onClock = new Set<() => void>()
  let ahead = offset
  const look = async () => {
    // while the local cloud is stopped, the phone keeps the time it knows
    const state = await readState().catch(() => undefined)
    if (!state || state.offset === ahead) return
    ahead = state.offset
    for (const listener of onClock) listener()
  }
  setInterval(() => void look(), 2_000)
  return {
    openid: () => openid,
    network: () => (navigator.onLine ? 'normal' : 'off'),
    onNetworkChange(listener) {
      addEventListener('online', listener)
      addEventListener('offline', listener)
      return () => {
        removeEventListener('online', listener)
        removeEventListener('offline', listener)
      }
    },
    clockOffset: () => ahead,
    onClockChange: listener => void onClock.add(listener),
    fontSize: () => Number(new URLSearchParams(location.search).get('font')) || 17,
    scan: () => new Promise(() => undefined),
    codesBeside: () => false,
    onOpen: () => undefined,
  }
}
