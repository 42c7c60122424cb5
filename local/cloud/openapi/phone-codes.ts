import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../../clock/clock'
import { APP_ID } from '../environment'
import type { Verdict } from './verdict'

const VALID_MS = 5 * 60_000
const INVALID_CODE = 40029

/** The codes that a tap on `getPhoneNumber` gives out: single use, five minutes. */
export class PhoneCodes {
  private readonly codes = new Map<string, { phone: string; until: number }>()

  constructor(
    private readonly clock: Clock,
    private readonly phoneOf: (openid: string) => string | undefined,
  ) {}

  issue(openid: string): string {
    const code = randomBytes(24).toString('hex')
    this.codes.set(code, {
      phone: this.phoneOf(openid) ?? madeUpPhone(openid),
      until: this.clock.now() + VALID_MS,
    })
    return code
  }

  /** `phonenumber.getPhoneNumber`. */
  redeem(code: unknown): Verdict {
    const issued = typeof code === 'string' ? this.codes.get(code) : undefined
    if (typeof code === 'string') this.codes.delete(code)
    if (!issued || issued.until < this.clock.now()) return { errcode: INVALID_CODE, errmsg: 'invalid code' }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: issued.phone,
        purePhoneNumber: issued.phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.clock.now() / 1000), appid: APP_ID },
      },
    }
  }
}

/** The same person always has the same number. */
function madeUpPhone(openid: string): string {
  const number = createHash('sha256').update(openid).digest().readUInt32BE() % 100_000_000
  return `138${String(number).padStart(8, '0')}`
}
