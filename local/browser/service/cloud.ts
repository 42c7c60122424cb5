import { asynchronous, Failure, type Callbacks } from './asynchronous'
import { callFunction } from './cloud-call'
import { temporaryUrls } from './cloud-file'
import { downloadFile, uploadFile } from './cloud-upload'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Call {
  name: string
  data?: unknown
}

const UNINITIALISED =
  "Cloud API isn't enabled, please call wx.cloud.init first / 请先调用 wx.cloud.init() 完成初始化后再调用其他云 API"

interface Upload {
  cloudPath: string
  filePath: string
  /** The task's. */
  tell?: (percent: number) => void
}

export function cloud(phone: Phone) {
  let initialised = false
  const expectInit = () => {
    if (!initialised) throw new Failure(UNINITIALISED, { errCode: -1 })
  }
  const calls = {
    callFunction({ name, data = {} }: Call) {
      expectInit()
      expectParameter('name', name, 'String')
      return callFunction(phone.bridge, name, data)
    },
    async getTempFileURL({ fileList }: { fileList: (string | { fileID: string })[] }) {
      expectInit()
      expectParameter('fileList', fileList, 'Array')
      const ids = fileList.map(file => (typeof file === 'string' ? file : file.fileID))
      return { fileList: await temporaryUrls(ids) }
    },
    uploadFile({ cloudPath, filePath, tell = () => undefined }: Upload) {
      expectInit()
      expectParameter('cloudPath', cloudPath, 'String')
      expectParameter('filePath', filePath, 'String')
      return uploadFile(phone, cloudPath, filePath, tell)
    },
    downloadFile({ fileID }: { fileID: string }) {
      expectInit()
      expectParameter('fileID', fileID, 'String')
      return downloadFile(phone, fileID)
    },
  }
  const answering = asynchronous(calls, { prefix: 'cloud.', asError: true })
  return {
    cloud: {
      ...answering,
      uploadFile: (options: Upload & Callbacks) => withTask(options, answering.uploadFile),
      init: (_options?: { env?: string; traceUser?: boolean }) => {
        initialised = true
      },
    },
  }
}

/** With a callback it answers a task, which tells of progress; a promise otherwise. */
function withTask(options: Upload & Callbacks, upload: (options: Upload & Callbacks) => unknown) {
  const listeners = new Set<(update: { progress: number }) => void>()
  const tell = (progress: number) => listeners.forEach(listener => listener({ progress }))
  const task = {
    onProgressUpdate: (listener: (update: { progress: number }) => void) => void listeners.add(listener),
  }
  return upload({ ...options, tell }) ?? task
}
