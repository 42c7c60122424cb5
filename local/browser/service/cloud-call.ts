import type { Bridge } from '../bridge'
import { Failure } from './asynchronous'

const TIMEOUT_MS = 60_000

/** POST /call/<name> as the person at the phone. What the function returns is `result`, whatever it is. */
export async function callFunction(bridge: Bridge, name: string, data: unknown) {
  if (bridge.network() === 'off') throw unreachable()
  const lost = new AbortController()
  const forget = bridge.onNetworkChange(() => {
    if (bridge.network() === 'off') lost.abort()
  })
  try {
    const answer = await send(bridge.openid(), name, data, lost.signal)
    await slowness(bridge)
    if (lost.signal.aborted) throw unreachable()
    return answer
  } finally {
    forget()
  }
}

async function send(openid: string, name: string, data: unknown, lost: AbortSignal) {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify(data),
    signal: AbortSignal.any([timeout, lost]),
  }
  try {
    const answer = await fetch(`/call/${encodeURIComponent(name)}`, request)
    const body = await answer.json()
    if (!answer.ok) throw refused(body)
    return { result: body, requestID: answer.headers.get('x-request-id') ?? crypto.randomUUID() }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw timeout.aborted ? cloudFailure(-404012, 'polling exceed max timeout retry') : unreachable()
  }
}

async function slowness(bridge: Bridge): Promise<void> {
  if (bridge.network() === 'slow') await new Promise(resolve => setTimeout(resolve, 2_000))
}

const unreachable = () => cloudFailure(-501000, 'request:fail')

/** The function died, timed out or does not exist: the gateway says so as wx.cloud reports it. */
function refused({ errCode, errMsg }: { errCode: number; errMsg: string }): Failure {
  return cloudFailure(errCode, errMsg.replace(/^cloud\.callFunction:fail /, ''))
}

function cloudFailure(errCode: number, reason: string): Failure {
  const named = reason.startsWith('Error: errCode')
    ? reason
    : `Error: errCode: ${errCode} | errMsg: ${reason}`
  return new Failure(named, { errCode })
}
