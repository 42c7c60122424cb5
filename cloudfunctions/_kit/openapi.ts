import { openapi } from 'wx-server-sdk'

interface PhoneReply {
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string }
}
interface CheckReply {
  result?: { suggest?: string }
}

/** The number behind a code of WeChat's phone button, `+country` in front unless it is China's; undefined when the code is spent, old or foreign. */
export async function phoneNumberOf(code: string): Promise<string | undefined> {
  const reply = await answered<PhoneReply>(openapi.phonenumber.getPhoneNumber({ code }))
  const { purePhoneNumber: phone, countryCode = '86' } = reply?.phoneInfo ?? {}
  if (!phone || !/^\d{5,15}$/.test(phone)) return undefined
  return countryCode === '86' ? phone : `+${countryCode}${phone}`
}

/** True when WeChat calls the text risky. A check that cannot be reached does not keep anybody out. */
export async function isRisky(text: string, openid: string): Promise<boolean> {
  const profile = { version: 2, scene: 1, openid, content: text }
  const reply = await answered<CheckReply>(openapi.security.msgSecCheck(profile))
  return reply?.result?.suggest === 'risky'
}

/** WeChat's refusals arrive as rejections with a number; here they are answers without a result. */
async function answered<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (typeof (error as { errCode?: unknown }).errCode === 'number') return undefined
    throw error
  }
}
