import type { Bridge, Network } from '../bridge'
import { codePath } from '../service/printed-code'

interface Ears {
  network: Set<() => void>
  clock: Set<() => void>
  open: Set<(path: string) => void>
}

const DEFAULT_FONT = 17
const LARGE_FONT = 23

/** The surroundings of the phone, as the workbench sets them: the other end of its bridge. */
export class World {
  openid = ''
  large = false
  onWaiting: (waiting: boolean) => void = () => undefined
  #network: Network = 'normal'
  #offset = 0
  #ears = deaf()
  #waiting: ((scene: string) => void) | undefined

  setNetwork(network: Network): void {
    this.#network = network
    for (const listener of [...this.#ears.network]) listener()
  }

  setOffset(offset: number): void {
    if (offset === this.#offset) return
    this.#offset = offset
    for (const listener of this.#ears.clock) listener()
  }

  now(): number {
    return Date.now() + this.#offset
  }

  /** Someone holds the phone against a printed code: its own scanner gets it, or else WeChat's opens the app. */
  show(scene: string): void {
    if (this.#waiting) this.#waiting(scene)
    else for (const listener of this.#ears.open) listener(codePath(scene))
  }

  /** The phone starts: whoever listened before is gone. */
  connect(): Bridge {
    const ears = (this.#ears = deaf())
    this.#wait(undefined)
    return {
      openid: () => this.openid,
      network: () => this.#network,
      onNetworkChange(listener) {
        ears.network.add(listener)
        return () => void ears.network.delete(listener)
      },
      clockOffset: () => this.#offset,
      onClockChange: listener => void ears.clock.add(listener),
      fontSize: () => (this.large ? LARGE_FONT : DEFAULT_FONT),
      scan: signal => this.#scan(signal),
      codesBeside: () => matchMedia('(width >= 700px)').matches,
      onOpen: listener => void ears.open.add(listener),
    }
  }

  #scan(signal: AbortSignal): Promise<string> {
    signal.addEventListener('abort', () => this.#wait(undefined))
    return new Promise(resolve => this.#wait(resolve))
  }

  #wait(answer: ((scene: string) => void) | undefined): void {
    this.#waiting = answer
    this.onWaiting(Boolean(answer))
  }
}

const deaf = (): Ears => ({ network: new Set(), clock: new Set(), open: new Set() })
