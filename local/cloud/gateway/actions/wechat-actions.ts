import { CloudError } from '../../cloud-error'
import type { OpenApi } from '../../openapi/open-api'
import { decodeArguments, encodeReply } from '../../openapi/protobuf'
import { optionalText, text, type Actions } from '../admin-request'

/** WeChat's open API: `cloud.openapi.x.y()` arrives as `wx.openApi`, `cloud.callOpenAPI()` as `wx.api`. */
export function wechatActions(openApi: OpenApi): Actions {
  return {
    'wx.openApi': async ({ body, invocation }) => {
      const data = body['requestData']
      if (!Buffer.isBuffer(data)) throw new CloudError('INVALID_PARAM', 'requestData must be bytes')
      const verdict = await openApi.call(
        text(body, 'apiName'),
        decodeArguments(data),
        invocation?.functionName,
      )
      if (isMedia(verdict)) return encodeReply(verdict.contentType, verdict.buffer)
      return encodeReply('application/json', Buffer.from(JSON.stringify(verdict)))
    },
    'wx.api': async ({ body, invocation }) => {
      const data = JSON.parse(optionalText(body, 'requestData') || '{}') as Record<string, unknown>
      const verdict = await openApi.call(text(body, 'apiName'), data, invocation?.functionName)
      if (isMedia(verdict)) throw new CloudError('INVALID_PARAM', 'media come through cloud.openapi only')
      return { data: { responseData: JSON.stringify(verdict) } }
    },
  }
}

function isMedia(verdict: object): verdict is { contentType: string; buffer: Buffer } {
  return 'buffer' in verdict
}
