import { ask } from './ask-sheet'
import { asynchronous, Failure } from './asynchronous'
import type { Phone } from './phone'

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void
type Listener = (resolve: Resolve, info: { referrer: string }) => void

const CONTRACT = '《工家云小程序隐私保护指引》'

const consentKey = ({ bridge }: Phone) => `wx-privacy/${bridge.openid()}`

/** Also what `<button open-type="agreePrivacyAuthorization">` does. */
export const agreeToPrivacy = (phone: Phone) => localStorage.setItem(consentKey(phone), 'agreed')

/** WeChat's own privacy consent, asked once per person and before the first call that touches personal data. */
export function privacy(phone: Phone) {
  const { host } = phone
  let listener: Listener | undefined
  const agreed = () => localStorage.getItem(consentKey(phone)) === 'agreed'

  const byListener = (asked: Listener, referrer: string) =>
    new Promise<boolean>(resolve => {
      const answer: Resolve = ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree')
      }
      asked(answer, { referrer })
    })
  const bySheet = () =>
    ask(host.layer, {
      title: '用户隐私保护提示',
      note: `使用前请阅读${CONTRACT}。同意后，该小程序才能使用您的手机号等信息。`,
      yes: '同意',
      no: '拒绝',
    })
  const requirePrivacyAuthorize = async (referrer = 'requirePrivacyAuthorize') => {
    if (agreed()) return
    const agrees = await (listener ? byListener(listener, referrer) : bySheet())
    if (!agrees) throw new Failure('privacy permission is not authorized', { errno: 104 })
    agreeToPrivacy(phone)
  }
  return {
    onNeedPrivacyAuthorization: (given: Listener) => {
      listener = given
    },
    ...asynchronous({
      getPrivacySetting: () => ({ needAuthorization: !agreed(), privacyContractName: CONTRACT }),
      requirePrivacyAuthorize: () => requirePrivacyAuthorize(),
      openPrivacyContract: async () => {
        await ask(host.layer, { title: CONTRACT, note: '真机上由微信打开。', yes: '知道了', no: '关闭' })
      },
    }),
  }
}
