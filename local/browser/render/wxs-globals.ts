/** Globals that WXS has and JavaScript lacks; the compiler turns `x.constructor` into `wxsType(x)`. */
export function defineWxsGlobals(): void {
  Object.assign(globalThis, {
    wxsType: (value: unknown) =>
      value == null ? value : Object.prototype.toString.call(value).slice('[object '.length, -1),
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parts: ConstructorParameters<typeof Date>) => new Date(...parts),
  })
}
