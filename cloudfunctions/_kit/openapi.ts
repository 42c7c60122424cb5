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
  return (await checkText(text, openid)) === 'RISKY'
}

/** What WeChat says of a text or a picture; UNREACHABLE when it says nothing. */
export type Checked = 'PASS' | 'RISKY' | 'UNREACHABLE'

/** At most 2,500 characters. */
export async function checkText(content: string, openid: string): Promise<Checked> {
  const profile = { version: 2, scene: 1, openid, content }
  const reply = await answered<CheckReply>(openapi.security.msgSecCheck(profile))
  if (reply?.result?.suggest === undefined) return 'UNREACHABLE'
  return reply.result.suggest === 'risky' ? 'RISKY' : 'PASS'
}

const RISKY_MEDIA = 87014
const INVALID_MEDIA = 40006

/** At most 1 MB and 750 × 1334 pixels; UNFIT when WeChat does not take the picture. */
export async function checkImage(
  contentType: 'image/jpeg' | 'image/png',
  value: Uint8Array,
): Promise<Checked | 'UNFIT'> {
  try {
    await openapi.security.imgSecCheck({ media: { contentType, value } })
    return 'PASS'
  } catch (error) {
    const { errCode } = error as { errCode?: unknown }
    if (typeof errCode !== 'number') throw error
    if (errCode === INVALID_MEDIA) return 'UNFIT'
    return errCode === RISKY_MEDIA ? 'RISKY' : 'UNREACHABLE'
  }
}

/** WeChat's round code of a page of ours, `width` pixels wide (280–1280). It may name a page that is not released yet. */
export async function printedCode(
  scene: string,
  page: string,
  width: number,
): Promise<{ contentType: string; buffer: Buffer }> {
  const { contentType, buffer } = await openapi.wxacode.getUnlimited({ scene, page, checkPath: false, width })
  return { contentType, buffer }
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

const USER_REFUSED = 43101

/** A subscription message; `data` by the names of the template's fields, `page` without a leading slash. */
export interface Message {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/**
 * What WeChat made of a message. REFUSED: the person allows none. FAILED: it was not sent, another try may do better.
 * UNKNOWN: no answer came; it may have been sent.
 */
export type Posted = 'SENT' | 'REFUSED' | 'FAILED' | 'UNKNOWN'

export async function sendMessage(message: Message): Promise<Posted> {
  try {
    await openapi.subscribeMessage.send({ ...message, lang: 'zh_CN' })
    return 'SENT'
  } catch (error) {
    // WeChat's own refusals are above 0; below it speaks the way to it, which cannot tell
    const { errCode } = error as { errCode?: unknown }
    if (typeof errCode !== 'number') throw error
    if (errCode === USER_REFUSED) return 'REFUSED'
    return errCode > 0 ? 'FAILED' : 'UNKNOWN'
  }
}
