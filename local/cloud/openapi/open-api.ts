import path from 'node:path'
import type { Clock } from '../../clock/clock'
import { CloudError } from '../cloud-error'
import { checkContent, checkImage } from './content-check'
import { drawCode } from './mini-program-code'
import { Outbox } from './outbox'
import { PhoneCodes } from './phone-codes'
import { sendMessage } from './subscribe-message'
import { Scripts, type Verdict } from './verdict'

type Api = (data: Record<string, unknown>) => Verdict | Promise<Verdict>

/** WeChat's open API as functions reach it through the cloud: answers, and keeps a record. */
export class OpenApi {
  readonly outbox: Outbox
  readonly scripts = new Scripts()
  readonly phoneCodes: PhoneCodes
  private readonly apis: Record<string, Api>

  constructor(
    folder: string,
    private readonly clock: Clock,
    phoneOf: (openid: string) => string | undefined,
  ) {
    this.outbox = new Outbox(path.join(folder, 'outbox.jsonl'))
    this.phoneCodes = new PhoneCodes(clock, phoneOf)
    this.apis = {
      'subscribeMessage.send': sendMessage,
      'security.msgSecCheck': ({ content }) => checkContent(content),
      'security.imgSecCheck': ({ media }) => checkImage(media),
      'phonenumber.getPhoneNumber': ({ code }) => this.phoneCodes.redeem(code),
      'wxacode.getUnlimited': drawCode,
    }
  }

  async call(api: string, data: Record<string, unknown>, functionName?: string): Promise<Verdict> {
    const verdict = this.scripts.take(api) ?? (await this.own(api)(data))
    const errCode = 'errcode' in verdict ? Number(verdict.errcode) : 0
    this.outbox.append({ at: this.clock.now(), api, functionName, data, errCode })
    return verdict
  }

  close() {
    this.outbox.close()
  }

  private own(api: string): Api {
    const own = Object.hasOwn(this.apis, api) ? this.apis[api] : undefined
    if (!own) throw new CloudError('INVALID_PARAM', `unsupported open API ${api}`)
    return own
  }
}
