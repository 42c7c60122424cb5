import { randomBytes, randomUUID } from 'node:crypto'

/** One call of a function, from the moment it is asked for until it is answered. */
export interface Invocation {
  id: string
  /** Travels as WX_API_TOKEN into the function and back with everything the SDK asks for. */
  token: string
  functionName: string
  /** `event.action`, which our functions choose their action by. */
  action: string | undefined
  openid: string | undefined
  source: string
  /** 0 for a call from outside, one more for each call inside a call. */
  depth: number
  databaseCalls: number
  /** Set while the call runs: ends the instance at once. */
  kill?: () => void
}

export interface Call {
  /** The request id that caller and function see. */
  id?: string
  functionName: string
  event: unknown
  openid: string | undefined
  source: string
  /** The invocation that this call is made from. */
  parent?: Invocation
}

function actionOf(event: unknown): string | undefined {
  const action = typeof event === 'object' && event !== null && 'action' in event ? event.action : undefined
  return typeof action === 'string' ? action : undefined
}

/** The running invocations by their token. */
export class Invocations {
  private readonly running = new Map<string, Invocation>()

  start(call: Call): Invocation {
    const invocation: Invocation = {
      id: call.id ?? randomUUID(),
      token: randomBytes(24).toString('base64url'),
      functionName: call.functionName,
      action: actionOf(call.event),
      openid: call.openid,
      source: call.source,
      depth: call.parent === undefined ? 0 : call.parent.depth + 1,
      databaseCalls: 0,
    }
    this.running.set(invocation.token, invocation)
    return invocation
  }

  of(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.running.get(token) : undefined
  }

  end(invocation: Invocation) {
    this.running.delete(invocation.token)
  }
}
