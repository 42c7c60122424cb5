import { strictObject } from 'valibot'
import { InstanceCache } from '../../_kit/cache'
import type { Action, Request } from '../../_kit/action'
import { grantsOf } from '../../_kit/grants'
import { agreements } from '../../../miniprogram/shared/agreements'
import type { Boot, RoleHeld } from '../../../typings/api/account'
import type { Grant } from '../../../typings/documents'
import { meOf } from './me'
import { needsAdmin } from '../roles/needs-admin'
import { unreadOf } from '../inbox/unread'

const versions = Object.fromEntries(
  Object.entries(agreements).map(([purpose, { version }]) => [purpose, version]),
) as Boot['agreements']

const HOTLINE = '12351'
const MOST_STREETS = 100
const streetsMemory = new InstanceCache<Boot['streets']>(60_000)

export const boot: Action<'account', 'boot'> = {
  input: strictObject({}),

  async run(request) {
    const { store, personId, now } = request
    const [person, streets, nobodyYet] = await Promise.all([
      store.get('persons', personId),
      streetsOf(request),
      needsAdmin(store),
    ])
    // who is not registered holds nothing and was told nothing
    const [grants, unread] = person
      ? await Promise.all([grantsOf(store, personId, now), unreadOf(request)])
      : [[], 0]
    return {
      ...(person && { me: meOf(person) }),
      agreements: versions,
      streets,
      hotline: HOTLINE,
      roles: grants.map(roleHeld),
      unread,
      needsAdmin: nobodyYet,
    }
  },
}

async function streetsOf({ store, now }: Request): Promise<Boot['streets']> {
  const streets = await streetsMemory.get('', now, async () => {
    const orgs = await store.find('orgs', { where: { kind: 'STREET', open: true }, limit: MOST_STREETS })
    return orgs.map(({ _id: orgId, short: name }) => ({ orgId, name }))
  })
  return streets ?? []
}

function roleHeld({ role, orgId, orgName, caps, untilDate }: Grant): RoleHeld {
  return { role, orgId, orgName, caps, untilDate }
}
