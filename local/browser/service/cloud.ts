import { asynchronous, Failure } from './asynchronous'
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
    uploadFile({ cloudPath, filePath }: { cloudPath: string; filePath: string }) {
      expectInit()
      expectParameter('cloudPath', cloudPath, 'String')
      expectParameter('filePath', filePath, 'String')
      return uploadFile(phone, cloudPath, filePath)
    },
    downloadFile({ fileID }: { fileID: string }) {
      expectInit()
      expectParameter('fileID', fileID, 'String')
      return downloadFile(phone, fileID)
    },
  }
  return {
    cloud: {
      init: (_options?: { env?: string; traceUser?: boolean }) => {
        initialised = true
      },
      ...asynchronous(calls, { prefix: 'cloud.', asError: true }),
    },
  }
}
