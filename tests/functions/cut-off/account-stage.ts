/** What the write cases of `account` are arranged from. */
import type { Org } from '../../../typings/documents'
import { makeAdmin } from '../account/admins'
import type { World } from '../world'
import { personId } from '../world'

let made = 0
/** Differs at each call. */
export const count = () => ++made
export const name = (what: string) => `cut-${what}-${++made}`
export const opId = () => `01TESTC0T${String(++made).padStart(17, '0')}`

export async function someone(world: World, what: string) {
  const openid = name(what)
  await world.people([openid])
  return openid
}
export async function admin(world: World) {
  const openid = name('admin')
  return { openid, ...(await makeAdmin(world, openid)) }
}
export async function streetOrg(world: World, fields: Partial<Org> = {}) {
  const _id = `org_CUT${++made}`
  const [short, path] = [`街道${made}`, `/org_R/${_id}/`]
  const org = {
    _id,
    name: `${short}总工会`,
    short,
    kind: 'STREET' as const,
    parentId: 'org_R',
    path,
    open: true,
  }
  await world.add('orgs', [{ ...org, createdAt: world.now, updatedAt: world.now, rev: 1, ...fields }])
  return org
}
/** The unions of the demo, whichever file made them already. */
export async function withUnions(world: World) {
  if ((await world.cloud.count('orgs', { _id: 'org_R' })) === 0) await world.orgs()
}
export async function one<T>(world: World, collection: string, where: object): Promise<T> {
  const found = await world.cloud.find<T>(collection, where)
  expect(found).toHaveLength(1)
  return found[0] as T
}
export const told = (world: World, openid: string) =>
  world.cloud.count('notices', { personId: personId(openid), trigger: 'GRANT' })
