import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers requests below one path; `path` is what follows it, decoded. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  url: URL,
) => Promise<void>

export function sendJson(response: ServerResponse, status: number, value: unknown) {
  sendJsonText(response, status, JSON.stringify(value))
}

export function sendJsonText(response: ServerResponse, status: number, json: string) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(json)
}
