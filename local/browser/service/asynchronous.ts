export interface Callbacks {
  success?(result: object): void
  fail?(failure: object): void
  complete?(outcome: object): void
}

/** What a call rejects with: `reason` is the text behind `:fail `, `detail` what stands beside `errMsg`. */
export class Failure extends Error {
  constructor(
    reason: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(reason)
  }
}

/** Takes the options object as the page wrote it; returns what stands beside `errMsg`, or nothing. */
type Implementation = (options: never) => unknown

/** Without a callback it answers by promise; with one it returns nothing. Its options are its implementation's. */
type WxCall<I extends Implementation> = (
  options?: Parameters<I>[0] & Callbacks,
) => Promise<object> | undefined

/**
 * The documented form of every asynchronous wx call: success or fail, then complete, or a promise when none is given.
 * `prefix` stands before the name in `errMsg`; `asError` rejects with an Error, as wx.cloud does.
 */
export function asynchronous<Calls extends Record<string, Implementation>>(
  calls: Calls,
  { prefix = '', asError = false } = {},
): { [Name in keyof Calls]: WxCall<Calls[Name]> } {
  const wrap = ([name, run]: [string, Implementation]) => [name, answering(prefix + name, run, asError)]
  return Object.fromEntries(Object.entries(calls).map(wrap))
}

function answering(name: string, run: Implementation, asError: boolean) {
  return (options: Callbacks = {}) => {
    const outcome = attempt(name, run, options, asError)
    if (!options.success && !options.fail && !options.complete) return outcome
    void report(outcome, options)
    return undefined
  }
}

async function attempt(
  name: string,
  run: Implementation,
  options: Callbacks,
  asError: boolean,
): Promise<object> {
  try {
    // The page wrote the options: each implementation checks those it depends on.
    const result = await run(options as never)
    return { errMsg: `${name}:ok`, ...(result as object | undefined) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const failure = { errMsg: `${name}:fail ${reason}`, ...(error instanceof Failure && error.detail) }
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with this plain object
    throw asError ? Object.assign(new Error(failure.errMsg), failure) : failure
  }
}

/** An exception in a page's callback stays an unhandled one, and `complete` still runs. */
async function report(outcome: Promise<object>, { success, fail, complete }: Callbacks): Promise<void> {
  const [answer, tell] = await outcome.then(
    (result): [object, typeof success] => [result, success],
    (failure: object): [object, typeof fail] => [failure, fail],
  )
  try {
    tell?.(answer)
  } finally {
    complete?.(answer)
  }
}
