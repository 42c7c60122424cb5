import { temporaryUrls } from './cloud-file'
import { Failure } from './asynchronous'
import type { TemporaryFiles } from './temporary-files'

/**
 * Where the browser can load what a page names: a temporary file, a cloud file id, an address, a file of the package.
 * Everything of the local cloud comes from the phone's own origin, since a canvas lets nobody read what came from another.
 */
export async function fileAddress(files: TemporaryFiles, source: string): Promise<string> {
  if (source.startsWith('wxfile://')) return files.url(source)
  if (source.startsWith('cloud://')) return cloudAddress(source)
  if (/^(data|blob):/.test(source)) return source
  return ownAddress(source)
}

/** The gateway calls itself 127.0.0.1, the phone may have been opened at localhost. */
export function ownAddress(address: string): string {
  const { hostname, pathname, search, href } = new URL(address, location.origin)
  const local = ['127.0.0.1', 'localhost'].includes(hostname)
  return local && pathname.startsWith('/cos/') ? `${location.origin}${pathname}${search}` : href
}

async function cloudAddress(fileId: string): Promise<string> {
  const [found] = await temporaryUrls([fileId])
  if (!found?.tempFileURL) throw new Failure(`no such file ${fileId}`)
  return ownAddress(found.tempFileURL)
}

/** The bytes of any of them. */
export async function fileBlob(files: TemporaryFiles, source: string): Promise<Blob> {
  if (source.startsWith('wxfile://')) return files.blob(source)
  const answer = await fetch(await fileAddress(files, source))
  if (!answer.ok) throw new Failure(`no such file or directory, open "${source}"`)
  return answer.blob()
}
