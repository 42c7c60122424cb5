import type { Bridge } from '../bridge'
import { Failure } from './asynchronous'
import { storageAction, temporaryUrls } from './cloud-file'
import { fileBlob, ownAddress } from './file-address'
import type { Phone } from './phone'

interface Prepared {
  url: string
  fileId: string
}

type Progress = (percent: number) => void

/** Puts a file of the phone into the cloud's storage, where the cloud says. */
export async function uploadFile(
  { bridge, files }: Phone,
  cloudPath: string,
  filePath: string,
  tell: Progress,
) {
  expectNetwork(bridge)
  const blob = await fileBlob(files, filePath)
  const request = { action: 'storage.getUploadMetadata', path: cloudPath }
  const { url, fileId } = await storageAction<Prepared>(request)
  const statusCode = await put(ownAddress(url), blob, tell)
  if (statusCode >= 300) throw new Failure(`upload fail ${statusCode}`, { errCode: -403001 })
  return { fileID: fileId, statusCode }
}

/** The status that was answered. `fetch` tells of no progress. */
function put(url: string, blob: Blob, tell: Progress): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => tell(Math.round((loaded / total) * 100))
    request.onload = () => resolve(request.status)
    request.onerror = () => reject(new Failure('request:fail', { errCode: -501000 }))
    request.open('PUT', url)
    request.send(blob)
  })
}

/** The temporary path of a file from the cloud's storage. */
export async function downloadFile({ bridge, files }: Phone, fileID: string) {
  expectNetwork(bridge)
  const [found] = await temporaryUrls([fileID])
  if (!found?.tempFileURL) throw new Failure('file not exists', { errCode: -503003 })
  const blob = await fileBlob(files, found.tempFileURL)
  return { tempFilePath: files.keep(blob, endingOf(fileID)), statusCode: 200 }
}

export const endingOf = (path: string): string => /\.([a-z0-9]{1,8})$/i.exec(path)?.[1] ?? ''

function expectNetwork(bridge: Bridge): void {
  if (bridge.network() === 'off') throw new Failure('request:fail', { errCode: -501000 })
}
