import { asynchronous, Failure } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import { choose } from './sheet'

export function phoneCall({ host }: Phone) {
  return asynchronous({
    async makePhoneCall({ phoneNumber }: { phoneNumber: string }) {
      expectParameter('phoneNumber', phoneNumber, 'String')
      const chosen = await choose(host.layer, [`呼叫 ${phoneNumber}`], { color: 'var(--sys-link)' })
      if (chosen === undefined) throw new Failure('cancel')
    },
  })
}
