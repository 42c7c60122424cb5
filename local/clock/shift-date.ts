/**
 * Makes `Date` of this JavaScript world run `offset` milliseconds away from the machine's clock.
 * Timers keep running on the machine's clock. Has no imports: it runs in function instances and in the browser.
 */
export function shiftDate(world: { Date: DateConstructor }): { setOffset(ms: number): void } {
  const Machine = world.Date
  let offset = 0
  const now = () => Machine.now() + offset
  const Shifted: DateConstructor = new Proxy(Machine, {
    construct(target, args: unknown[], newTarget): object {
      return Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === Shifted ? target : newTarget,
      ) as object
    },
    apply: () => new Machine(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  })
  // `date.constructor === Date` holds for dates made before and after
  Machine.prototype.constructor = Shifted
  world.Date = Shifted
  return {
    setOffset: ms => {
      offset = ms
    },
  }
}
