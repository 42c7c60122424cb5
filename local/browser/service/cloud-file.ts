interface Found {
  fileID: string
  code: string
  tempFileURL: string
}

/** Where the browser may fetch cloud files, from the local cloud's own storage action. */
export async function temporaryUrls(fileIds: string[]): Promise<object[]> {
  const request = {
    action: 'storage.batchGetDownloadUrl',
    file_list: fileIds.map(fileid => ({ fileid, max_age: 7200 })),
  }
  const answer = await fetch('/admin', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  const { data, message } = (await answer.json()) as { data?: { download_list: Found[] }; message?: string }
  if (!data) throw new Error(message)
  return data.download_list.map(({ fileID, code, tempFileURL }) =>
    code === 'SUCCESS'
      ? { fileID, tempFileURL, status: 0, errMsg: 'ok', maxAge: 7200 }
      : { fileID, tempFileURL: '', status: 1, errMsg: code, maxAge: 0 },
  )
}
