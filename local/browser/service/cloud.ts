import { asynchronous, Failure } from './asynchronous'
import { callFunction } from './cloud-call'
import { temporaryUrls } from './cloud-file'
import { expectParameter } from './parameters'
import type { Phone } from './phone'

interface Call {
  name: string
  data?: unknown
}

const UNINITIALISED =
  "Cloud API isn't enabled, please call wx.cloud.init first / 请先调用 wx.cloud.init() 完成初始化后再调用其他云 API"

export function cloud({ bridge }: Phone) {
  let initialised = false
  const expectInit = () => {
    if (!initialised) throw new Failure(UNINITIALISED, { errCode: -1 })
  }
  const calls = {
    callFunction({ name, data = {} }: Call) {
      expectInit()
      expectParameter('name', name, 'String')
      return callFunction(bridge, name, data)
    },
    async getTempFileURL({ fileList }: { fileList: (string | { fileID: string })[] }) {
      expectInit()
      expectParameter('fileList', fileList, 'Array')
      const ids = fileList.map(file => (typeof file === 'string' ? file : file.fileID))
      return { fileList: await temporaryUrls(ids) }
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
