interface Scope {
  Date: DateConstructor
}

/** Makes `Date` tell the local cloud's time. `offset` is asked each time, so that advancing the clock shows at once. */
export function shiftDate(scope: Scope, offset: () => number): void {
  const RealDate = scope.Date
  const now = () => RealDate.now() + offset()
  const Shifted = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length ? given : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: Shifted,
    configurable: true,
    writable: true,
  })
  scope.Date = Shifted
}
