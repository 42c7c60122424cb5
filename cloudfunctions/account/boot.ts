import { strictObject } from 'valibot'
import { InstanceCache } from '../_kit/cache'
import type { Action, Request } from '../_kit/action'
import { agreements } from '../../miniprogram/shared/agreements'
import type { Boot } from '../../typings/api/account'
import { meOf } from './me'

const HOTLINE = '12351'
const MOST_STREETS = 100
const streetsMemory = new InstanceCache<Boot['streets']>(60_000)

export const boot: Action<'account', 'boot'> = {
  input: strictObject({}),

  async run(request) {
    const { store, personId } = request
    const [person, streets] = await Promise.all([store.get('persons', personId), streetsOf(request)])
    return {
      ...(person && { me: meOf(person) }),
      agreements: { PROFILE: agreements.PROFILE.version, PHONE: agreements.PHONE.version },
      streets,
      hotline: HOTLINE,
      roles: [],
      unread: 0,
      needsAdmin: false,
    }
  },
}

async function streetsOf({ store, now }: Request): Promise<Boot['streets']> {
  const streets = await streetsMemory.get('', now, async () => {
    const orgs = await store.find('orgs', { where: { kind: 'STREET' }, limit: MOST_STREETS })
    return orgs.map(({ _id: orgId, short: name }) => ({ orgId, name }))
  })
  return streets ?? []
}
