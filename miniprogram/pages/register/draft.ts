import type { Registration } from '../../../typings/api/account'
import type { Employment } from '../../../typings/documents'
import { agreements } from '../../shared/agreements'

/** What was filled in; kept on the phone until it is sent. The phone's code is not: it lives five minutes. */
export interface Draft {
  name: string
  employment: Employment | ''
  largeText: boolean
}

/** WeChat's proof of the phone number, and when it was given. */
export interface PhoneCode {
  code: string
  at: number
}

export type Problem = { field: 'name' | 'phone' | 'employment' | 'consent'; text: string }

const CODE_LIVES_MS = 5 * 60_000
const NAME = /^[\p{Script=Han}a-zA-Z·.\s]{2,20}$/u

/** The first thing still missing, in the order of the page. */
export function problemOf(
  draft: Draft,
  phone: PhoneCode | undefined,
  agreed: boolean,
  now: number,
): Problem | undefined {
  if (!NAME.test(draft.name.trim())) return { field: 'name', text: '请填写真实姓名，2至20个字。' }
  if (!phone) return { field: 'phone', text: '请点按“微信手机号”。' }
  if (now - phone.at >= CODE_LIVES_MS) return { field: 'phone', text: '手机号授权已过期，请重新点按。' }
  if (!draft.employment) return { field: 'employment', text: '请选择用工形式。' }
  if (!agreed) return { field: 'consent', text: '请先阅读并同意两份协议。' }
  return undefined
}

export function toRegistration(draft: Draft, phone: PhoneCode): Registration {
  return {
    name: draft.name.trim(),
    phoneCode: phone.code,
    employment: draft.employment || 'OTHER',
    largeText: draft.largeText,
    consents: [
      { purpose: 'PROFILE', version: agreements.PROFILE.version },
      { purpose: 'PHONE', version: agreements.PHONE.version },
    ],
  }
}
