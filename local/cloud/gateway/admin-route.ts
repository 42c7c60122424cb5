import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { CloudError } from '../cloud-error'
import type { Invocations } from '../functions/invocation'
import type { Actions, AdminRequest, Reply } from './admin-request'
import type { Faults } from './faults'
import { parseMultipart } from './multipart'
import { readBody } from './request-body'
import { sendJson, type Route } from './route'
import type { Stats } from './stats'

/** MongoDB's own limit of a document, and room for the envelope. */
const LONGEST_BODY = 17 * 1024 * 1024

interface AdminParts {
  actions: Actions
  invocations: Invocations
  faults: Faults
  stats: Stats
  log: (line: string) => void
}

/** `POST /admin`: the SDK's protocol. Errors are HTTP 200 with `{ code, message, requestId }`. */
export function adminRoute({ actions, invocations, faults, stats, log }: AdminParts): Route {
  async function perform(http: IncomingMessage): Promise<Reply | 'struck'> {
    const body = await parseBody(http)
    const name = String(body['action'])
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (!action) throw new CloudError('INVALID_PARAM', `unsupported action ${name}`)
    stats.request(name)
    const invocation = invocations.of(body['wxCloudApiToken'])
    const request: AdminRequest = { body, invocation, source: String(http.headers['x-tcb-source'] ?? '') }
    if (!name.startsWith('database.')) return action(request)
    await faults.delay()
    if (invocation) invocation.databaseCalls += 1
    const act = async () => action(request)
    const [outcome] = await Promise.allSettled([act()])
    if (invocation && faults.strike(invocation)) return 'struck'
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  return async (http, response) => {
    const requestId = randomUUID()
    try {
      const reply = await perform(http)
      if (reply === 'struck') response.destroy()
      else if (Buffer.isBuffer(reply))
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(reply)
      else sendJson(response, 200, { ...reply, requestId })
    } catch (error) {
      if (!(error instanceof CloudError))
        log(`[gateway] ${requestId} ${error instanceof Error ? error.stack : String(error)}`)
      const { code, message } = error instanceof CloudError ? error : new CloudError('SYS_ERR', String(error))
      sendJson(response, 200, { code, message, requestId })
    }
  }
}

async function parseBody(http: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBody(http, LONGEST_BODY)
  if (!bytes) throw new CloudError('EXCEED_REQUEST_LIMIT', `a request may have ${LONGEST_BODY} bytes`)
  const type = http.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return parseMultipart(type, bytes, ['requestData'])
  try {
    return { ...(JSON.parse(bytes.toString()) as object) }
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `the request is not JSON: ${String(error)}`)
  }
}
