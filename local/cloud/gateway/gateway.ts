import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendJson, type Route } from './route'

export interface Gateway {
  url: string
  port: number
  close(): Promise<void>
}

/** Longer than the SDK keeps an idle connection (4.8 s), so that it is never the server who closes first. */
const KEEP_ALIVE_MS = 65_000

/** One HTTP server on 127.0.0.1. Routes are matched by the first part of the path; `rest` takes everything else. */
export async function listen(
  port: number,
  routes: Record<string, Route>,
  rest: Route,
  log: (line: string) => void,
): Promise<Gateway> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (isForeign(request)) return sendJson(response, 403, { errMsg: 'not from another site' })
    const address = addressOf(request.url ?? '/')
    if (!address) return sendJson(response, 400, { errMsg: 'the address is malformed' })
    const { url, path } = address
    const [first = ''] = path.split('/', 1)
    const route = Object.hasOwn(routes, first) ? routes[first] : undefined
    if (route) await route(request, response, path.slice(first.length + 1), url)
    else await rest(request, response, path, url)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const left = request.destroyed && !request.complete
      if (!left)
        log(
          `[gateway] ${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
        )
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { errMsg: String(error) })
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  // uploads and long calls have limits of their own
  server.requestTimeout = 0
  await started(server, port)
  const actual = (server.address() as AddressInfo).port
  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/** A page of some other site that is open in the same browser must not act here, even when its name leads to this machine. */
function isForeign({ headers: { host = '', origin } }: IncomingMessage): boolean {
  return (
    !OWN_NAMES.includes(host.replace(/:\d+$/, '')) || (origin !== undefined && origin !== `http://${host}`)
  )
}

function addressOf(asked: string): { url: URL; path: string } | undefined {
  try {
    const url = new URL(asked, 'http://127.0.0.1')
    return { url, path: decodeURIComponent(url.pathname).slice(1) }
  } catch {
    return undefined
  }
}

function started(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
