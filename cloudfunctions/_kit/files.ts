import type { ReadStream } from 'node:fs'
import cloudbase from '@cloudbase/node-sdk'

let handle: ReturnType<typeof cloudbase.init> | undefined

/** The only door to cloud storage. */
function storage(): ReturnType<typeof cloudbase.init> {
  handle ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true })
  return handle
}

/** Addresses that work for `maxAge` seconds, by file id. A file that is not there has none. */
export async function temporaryUrls(
  fileIds: readonly string[],
  maxAge: number,
): Promise<Map<string, string>> {
  const asked = fileIds.map(fileID => ({ fileID, maxAge }))
  const { fileList } = await storage().getTempFileURL({ fileList: asked })
  const found = fileList.filter(({ code }) => code === 'SUCCESS')
  return new Map(found.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
}

/** The file, or undefined when it is not there or larger than `mostBytes`: what is too large is not loaded. */
export async function downloadFile(fileID: string, mostBytes: number): Promise<Uint8Array | undefined> {
  const { fileList } = await storage().getFileInfo({ fileList: [fileID] })
  const { code, size = 0 } = fileList[0] ?? {}
  if (code !== 'SUCCESS' || size === 0 || size > mostBytes) return undefined
  const { fileContent } = await storage().downloadFile({ fileID })
  return fileContent === undefined ? undefined : Buffer.from(fileContent)
}

/** Puts a file where `cloudPath` says, in place of what is there; answers its id. */
export async function uploadFile(cloudPath: string, fileContent: Buffer | ReadStream): Promise<string> {
  const { fileID } = await storage().uploadFile({ cloudPath, fileContent })
  return fileID
}

/** The id of the file at this path, or undefined when there is none. */
export async function fileAt(cloudPath: string): Promise<string | undefined> {
  const { data } = await storage().getUploadMetadata({ cloudPath })
  const { fileList } = await storage().getFileInfo({ fileList: [data.fileId] })
  const { code, contentType = '' } = fileList[0] ?? {}
  // what the storage says in place of a file is XML
  return code === 'SUCCESS' && !contentType.startsWith('application/xml') ? data.fileId : undefined
}

/** Deletes at most 50 files; answers those that are not there now, whether or not they were. */
export async function deleteFiles(fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return []
  const { fileList } = await storage().deleteFile({ fileList: [...fileIds] })
  return fileList
    .filter(({ code }) => code === 'SUCCESS' || code === 'STORAGE_FILE_NONEXIST')
    .map(({ fileID }) => fileID)
}
