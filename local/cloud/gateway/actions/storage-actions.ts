import type { FileStore } from '../../storage/file-store'
import { list, text, type Actions } from '../admin-request'

/** For who asks for no other age. */
const LONGEST_ADDRESS_SEC = 24 * 3600

/** `storage.*` of the SDK; `url` is the gateway's address. */
export function storageActions(files: FileStore, url: () => string): Actions {
  return {
    'storage.getUploadMetadata': ({ body }) => {
      const upload = files.prepare(text(body, 'path'))
      const signature = { token: 'local', authorization: 'local', cosFileId: 'local' }
      return { data: { url: url() + upload.url, fileId: upload.fileId, ...signature } }
    },
    'storage.batchGetDownloadUrl': ({ body }) => ({
      data: {
        download_list: list(body, 'file_list').map(item => {
          const { fileid, max_age: maxAge } = item as { fileid?: unknown; max_age?: unknown }
          const fileId = String(fileid)
          const place = files.downloadUrl(fileId, typeof maxAge === 'number' ? maxAge : LONGEST_ADDRESS_SEC)
          const found = { code: 'SUCCESS', tempFileURL: url() + place, download_url: url() + place }
          const missing = { code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', download_url: '' }
          return { fileid: fileId, fileID: fileId, ...(place === undefined ? missing : found) }
        }),
      },
    }),
    'storage.batchDeleteFile': async ({ body }) => {
      const ids = list(body, 'fileid_list').map(String)
      const removed = await Promise.all(ids.map(id => files.remove(id)))
      const codes = removed.map(done => (done ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST'))
      return { data: { delete_list: ids.map((fileID, i) => ({ fileID, code: codes[i] })) } }
    },
  }
}
