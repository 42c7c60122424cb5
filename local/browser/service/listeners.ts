/** The `on…` and `off…` pair of one event; `off` without a listener removes all of them. */
export class Listeners<Event> {
  readonly #all = new Set<(event: Event) => void>()

  readonly on = (listener: (event: Event) => void): void => {
    this.#all.add(listener)
  }

  readonly off = (listener?: (event: Event) => void): void => {
    if (listener) this.#all.delete(listener)
    else this.#all.clear()
  }

  tell(event: Event): void {
    for (const listener of [...this.#all]) listener(event)
  }
}
