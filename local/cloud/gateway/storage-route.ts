import { randomUUID } from 'node:crypto'
import type { FileStore } from '../storage/file-store'
import { readBody } from './request-body'
import type { Route } from './route'
import { sendFile } from './send-file'

const LONGEST_FILE = 100 * 1024 * 1024

/** `/cos/…`: what Tencent's object storage is to the SDK. PUT once to a prepared place, GET or HEAD a stored file. */
export function storageRoute(files: FileStore): Route {
  return async (request, response, path) => {
    const refuse = (status: number, code: string, message: string) => {
      response.writeHead(status, { 'content-type': 'application/xml' })
      // all four elements: the SDK reads each of them
      response.end(
        `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
          `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`,
      )
    }
    const [kind, name = ''] = path.split('/')
    if (kind === 'upload' && request.method === 'PUT') {
      const content = await readBody(request, LONGEST_FILE)
      if (!content) return refuse(400, 'EntityTooLarge', `a file may have ${LONGEST_FILE} bytes`)
      if (!(await files.put(name, content))) return refuse(403, 'AccessDenied', 'Access Denied.')
      response.writeHead(200).end()
      return
    }
    const place = kind === 'file' ? files.locate(name) : undefined
    if (place === undefined) return refuse(404, 'NoSuchKey', 'The specified key does not exist.')
    await sendFile(request, response, place)
  }
}
