interface Found {
  fileID: string
  code: string
  tempFileURL: string
}

interface TemporaryUrl {
  fileID: string
  /** '' when there is no such file. */
  tempFileURL: string
  status: number
  errMsg: string
  maxAge: number
}

/** Where the browser may fetch cloud files, from the local cloud's own storage action. */
export async function temporaryUrls(fileIds: string[]): Promise<TemporaryUrl[]> {
  const request = {
    action: 'storage.batchGetDownloadUrl',
    file_list: fileIds.map(fileid => ({ fileid, max_age: 7200 })),
  }
  const { download_list } = await storageAction<{ download_list: Found[] }>(request)
  return download_list.map(({ fileID, code, tempFileURL }) =>
    code === 'SUCCESS'
      ? { fileID, tempFileURL, status: 0, errMsg: 'ok', maxAge: 7200 }
      : { fileID, tempFileURL: '', status: 1, errMsg: code, maxAge: 0 },
  )
}

/** One `storage.*` action of the local cloud; rejects with its message. */
export async function storageAction<T>(request: { action: string }): Promise<T> {
  const answer = await fetch('/admin', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  const { data, message } = (await answer.json()) as { data?: T; message?: string }
  if (!data) throw new Error(message)
  return data
}
