import { Store } from '../../cloudfunctions/_kit/store'

/** The function ended here. */
export class Died extends Error {}

const CALLS = ['find', 'insertAll', 'count', 'changeAll', 'change', 'takeOne', 'remove', 'aggregate'] as const

/** A store whose function ends once its n-th call was applied, before it is answered. */
export class DyingStore extends Store {
  private readonly running = new Set<Promise<unknown>>()

  constructor(private left: number) {
    super()
    for (const name of CALLS) {
      const plain = this[name].bind(this) as (...input: never[]) => Promise<unknown>
      Object.assign(this, { [name]: (...input: never[]) => this.answer(() => plain(...input)) })
    }
  }

  /** Resolves when what was on the way has arrived: a call that was sent is applied, whoever asked for it. */
  async arrived(): Promise<void> {
    await Promise.allSettled(this.running)
  }

  private async answer(call: () => Promise<unknown>): Promise<unknown> {
    if (this.left <= 0) throw new Died()
    const dies = --this.left === 0
    const sent = call()
    this.running.add(sent)
    const answer = await sent
    if (dies || this.left <= 0) throw new Died()
    return answer
  }
}
