import { stat } from 'node:fs/promises'
import path from 'node:path'
import { sendJson, type Route } from './route'
import { sendFile } from './send-file'

/** The built workbench and phone; without a root there is nothing to see. */
export function staticRoute(root: string | undefined): Route {
  return async (request, response, asked) => {
    const file = root === undefined ? undefined : await findFile(path.resolve(root), asked)
    if (file === undefined || !['GET', 'HEAD'].includes(request.method ?? ''))
      sendJson(response, 404, { errMsg: `nothing at /${asked}` })
    else await sendFile(request, response, file)
  }
}

async function findFile(root: string, asked: string): Promise<string | undefined> {
  const file = path.resolve(root, asked === '' ? 'index.html' : asked)
  if (!file.startsWith(root + path.sep) || asked.includes('\0')) return undefined
  return (await stat(file).catch(() => undefined))?.isFile() ? file : undefined
}
