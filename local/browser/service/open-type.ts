import type { OpenTypeButton } from '../host'
import { ask } from './ask-sheet'
import { phoneCode } from './local-cloud'
import type { Phone } from './phone'
import { agreeToPrivacy } from './privacy'
import { share } from './share'

/** What a tap on `<button open-type>` does beyond the tap itself. */
export function openType(phone: Phone, type: string, button: OpenTypeButton): void {
  const act = Object.hasOwn(types, type) ? types[type] : undefined
  if (!act) throw new Error(`<button open-type="${type}"> is not provided by the local runtime`)
  void act(phone, button)
}

const types: Record<string, (phone: Phone, button: OpenTypeButton) => Promise<void>> = {
  async getPhoneNumber(phone, button) {
    button.trigger('getphonenumber', await phoneNumber(phone))
  },
  share: (phone, button) => share(phone, 'button', { dataset: button.dataset }),
  async agreePrivacyAuthorization(phone, button) {
    agreeToPrivacy(phone)
    button.trigger('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  async openSetting(_phone, button) {
    button.trigger('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
  },
}

export const openTypes = Object.keys(types)

async function phoneNumber({ host, bridge, state }: Phone): Promise<object> {
  const person = state.personas.find(({ openid }) => openid === bridge.openid())
  const allowed = await ask(host.layer, {
    title: '申请获取你的手机号',
    note: '用于登记身份、报名和接收通知',
    items: [{ text: person?.phone ?? '138****0000', note: '微信绑定号码' }],
    yes: '允许',
    no: '拒绝',
  })
  if (!allowed) return { errMsg: 'getPhoneNumber:fail user deny' }
  const { code } = await phoneCode(bridge.openid())
  return { errMsg: 'getPhoneNumber:ok', code }
}
