/** `wx` itself: a name that nobody provides fails where it is used, instead of being quietly undefined. */
export function loud<Provided extends object>(provided: Provided, name = 'wx'): Provided {
  return new Proxy(provided, {
    get(target, key, receiver) {
      // Symbols are asked by the console and by Promise resolution, which also asks `then`.
      if (typeof key === 'symbol' || key === 'then' || key in target)
        return Reflect.get(target, key, receiver)
      throw new Error(`${name}.${key} is not provided by the local runtime`)
    },
  })
}
