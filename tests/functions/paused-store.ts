import { Store } from '../../cloudfunctions/_kit/store'

/** A store that stops before its n-th call until it is let go on. */
class PausedStore extends Store {
  private letGo: () => void = () => undefined
  private readonly gate = new Promise<void>(resolve => (this.letGo = resolve))
  private reach: () => void = () => undefined
  /** Resolves when the store stands before its call. */
  readonly reached = new Promise<void>(resolve => (this.reach = resolve))
  private left: number

  constructor(before: number) {
    super()
    this.left = before
    for (const name of ['find', 'insertAll', 'count', 'change', 'changeAll', 'takeOne', 'remove'] as const) {
      const plain = this[name].bind(this) as (...input: never[]) => Promise<never>
      Object.assign(this, {
        [name]: async (...input: never[]) => {
          if (--this.left === 0) {
            this.reach()
            await this.gate
          }
          return plain(...input)
        },
      })
    }
  }

  goOn() {
    this.letGo()
  }
}

/** Runs `one` up to its n-th call, then all of `other`, then the rest of `one`. `reaching` lets a store reach a database. */
export async function between<A, B>(
  before: number,
  one: (store: Store) => Promise<A>,
  other: (store: Store) => Promise<B>,
  reaching: <S extends Store>(store: S) => S = store => store,
): Promise<[A, B]> {
  const paused = reaching(new PausedStore(before))
  const first = one(paused)
  await Promise.race([paused.reached, first])
  const second = await other(reaching(new Store()))
  paused.goOn()
  return [await first, second]
}
