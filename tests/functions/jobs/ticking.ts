import { seal } from '../../../cloudfunctions/_kit/crypto'
import { balanceId, openidOwner } from '../../../cloudfunctions/_kit/sub-balance'
import type { Sent } from '../../../local/cloud/openapi/outbox'
import type { Reply } from '../../../typings/contract'
import type { Notice, Place, SubBalance, TemplateKey, Trigger } from '../../../typings/documents'
import { everything } from '../../support/invariants'
import type { World } from '../world'
import { ok, personId, secrets } from '../world'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** One run of the timer. */
export async function tick(world: World): Promise<void> {
  ok(await world.cloud.timer<Reply<null>>('jobs'))
}

export async function tickLater(world: World, ms: number): Promise<void> {
  await world.cloud.clock.advance(ms)
  await tick(world)
}

/** This person has allowed so many messages of a kind. */
export async function allow(
  world: World,
  openid: string,
  template: TemplateKey,
  count: number,
  fields: Partial<SubBalance> = {},
): Promise<void> {
  const id = personId(openid)
  const balance: SubBalance = {
    _id: balanceId(id, template),
    createdAt: world.now,
    updatedAt: world.now,
    rev: 1,
    personId: id,
    template,
    count,
    banned: false,
    openid: seal(openid, openidOwner(id), secrets),
    seen: [],
    ...fields,
  }
  await world.add('sub_balance', [balance])
}

export async function left(world: World, openid: string, template: TemplateKey): Promise<number | undefined> {
  const [balance] = await world.cloud.find<SubBalance>('sub_balance', {
    _id: balanceId(personId(openid), template),
  })
  return balance?.count
}

/** What this person was told, of this kind or of any. */
export async function inbox(world: World, openid: string, trigger?: Trigger): Promise<Notice[]> {
  const all = await world.cloud.find<Notice>('notices', { personId: personId(openid) })
  return all.filter(notice => trigger === undefined || notice.trigger === trigger)
}

/** Messages that WeChat was given for this person. */
export async function sentTo(world: World, openid: string): Promise<Sent[]> {
  const all = await world.cloud.outbox()
  return all.filter(({ api, data }) => api === 'subscribeMessage.send' && data.touser === openid)
}

export async function placesOf(world: World, pool: string): Promise<Place[]> {
  return (await everything<Place>(world.cloud, 'places')).filter(place => place.pool === pool)
}
