import { asynchronous, Failure } from './asynchronous'
import { callFunction } from './cloud-call'
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
    getTempFileURL({ fileList }: { fileList: (string | { fileID: string })[] }) {
      expectInit()
      expectParameter('fileList', fileList, 'Array')
      return { fileList: fileList.map(file => temporary(typeof file === 'string' ? file : file.fileID)) }
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

/** `cloud://<env>.<bucket>/<path>` lies in the local storage under its path. */
function temporary(fileID: string) {
  const path = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileID)?.[1]
  return path
    ? { fileID, tempFileURL: `${location.origin}/cos/${path}`, status: 0, errMsg: 'ok', maxAge: 86400 }
    : { fileID, tempFileURL: '', status: 1, errMsg: 'INVALID_PARAM', maxAge: 0 }
}
