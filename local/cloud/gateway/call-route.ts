import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud-error'
import type { Functions } from '../functions/functions'
import type { Faults } from './faults'
import { readBody } from './request-body'
import { sendJson, sendJsonText, type Route } from './route'

/** What the mini-program's own SDK may send to a function. */
const LONGEST_EVENT = 100 * 1024
const INVALID_PARAM = -501007
const FUNCTIONS_EXECUTE_FAIL = -504002

/** HTTP status and errCode of the codes with which a call fails, as `wx.cloud.callFunction` reports them. */
const failures: Record<string, [status: number, errCode: number]> = {
  FUNCTION_NOT_FOUND: [404, -501000],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [504, -504003],
}

/** `POST /call/<function>`: what `wx.cloud.callFunction` is to a phone. */
export function callRoute(functions: Functions, faults: Faults): Route {
  return async (request, response, functionName) => {
    const fail = (status: number, errCode: number, reason: string) => {
      const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${reason}`
      sendJson(response, status, { errCode, errMsg })
    }
    if (request.method !== 'POST') return fail(405, INVALID_PARAM, 'a call is a POST')
    const body = await readBody(request, LONGEST_EVENT)
    if (!body) return fail(413, INVALID_PARAM, 'data exceed max size')
    let event: unknown
    try {
      event = JSON.parse(body.toString() || '{}')
    } catch {
      return fail(400, INVALID_PARAM, 'data is not JSON')
    }
    const openid = request.headers['x-local-openid']
    const id = randomUUID()
    response.setHeader('x-request-id', id)
    const call = {
      id,
      functionName,
      event,
      openid: typeof openid === 'string' && openid !== '' ? openid : undefined,
      source: 'wx_client',
    }
    try {
      const json = await functions.call(call)
      const action = (event as { action?: string } | null)?.action
      if (faults.losesAnswer({ functionName, action })) response.destroy()
      else sendJsonText(response, 200, json)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const [status, errCode] = failures[error.code] ?? [502, FUNCTIONS_EXECUTE_FAIL]
      fail(status, errCode, error.message)
    }
  }
}
