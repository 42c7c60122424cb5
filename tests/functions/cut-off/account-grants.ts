/** The writes to grants, cut off. */
import type { RoleGrant } from '../../../typings/api/account'
import type { Grant } from '../../../typings/documents'
import { dayIn } from '../account/admins'
import type { WriteCase } from '../cut-off'
import type { World } from '../world'
import { personId } from '../world'
import { admin, one, someone, told, withUnions } from './account-stage'

const wish = (world: World, openid: string, fields: Partial<RoleGrant> = {}): RoleGrant => ({
  personId: personId(openid),
  role: 'STAFF',
  orgId: 'org_S2',
  caps: ['EDIT'],
  untilDate: dayIn(world, 100),
  ...fields,
})

function granting(
  situation: string,
  fields: Partial<RoleGrant>,
  old: Partial<Grant> | undefined,
  notices: number,
) {
  return {
    name: `account.roleGrant ${situation}` as const,
    async arrange(world: World) {
      await withUnions(world)
      const [by, sun] = [await admin(world), await someone(world, 'staff')]
      if (old) await world.grant(sun, ['ROLL'], 'org_S2', old)
      const input = wish(world, sun, fields)
      return {
        call: () => world.account(by.openid, 'roleGrant', input),
        async after() {
          const { caps, state } = await one<Grant>(world, 'grants', { personId: personId(sun) })
          expect([caps, state]).toEqual([input.caps, notices > 0 ? 'ACTIVE' : 'PENDING'])
          expect(await told(world, sun)).toBe(notices)
        },
      }
    },
  }
}

const roleConfirm: WriteCase = {
  name: 'account.roleConfirm',
  async arrange(world) {
    await withUnions(world)
    const [by, sun] = [await admin(world), await someone(world, 'staff')]
    await world.grant(sun, ['FINANCE'], 'org_S2', { state: 'PENDING', byId: 'p_other' })
    const grantId = `gr_${personId(sun)}_STAFF_org_S2`
    return {
      call: () => world.account(by.openid, 'roleConfirm', { grantId, agree: true }),
      async after() {
        const { state, rev } = await one<Grant>(world, 'grants', { _id: grantId })
        expect([state, rev]).toEqual(['ACTIVE', 2])
        expect(await told(world, sun)).toBe(1)
      },
    }
  },
}

const revokeStaff: WriteCase = {
  name: 'account.roleRevoke of staff',
  async arrange(world) {
    await withUnions(world)
    const [by, sun] = [await admin(world), await someone(world, 'staff')]
    await world.grant(sun, ['EDIT'], 'org_S2', { byId: 'p_other' })
    const grantId = `gr_${personId(sun)}_STAFF_org_S2`
    return {
      call: () => world.account(by.openid, 'roleRevoke', { grantId, reason: '离岗' }),
      async after() {
        expect((await one<Grant>(world, 'grants', { _id: grantId })).state).toBe('ENDED')
        expect(await told(world, sun)).toBe(1)
      },
    }
  },
}

const revokeAdmin: WriteCase = {
  name: 'account.roleRevoke of an administrator',
  async arrange(world) {
    await withUnions(world)
    const [by, { openid, grantId }] = [await admin(world), await admin(world)]
    return {
      call: () => world.account(by.openid, 'roleRevoke', { grantId, reason: '离岗' }),
      async after() {
        expect((await one<Grant>(world, 'grants', { _id: grantId })).state).toBe('ENDED')
        expect((await one<Grant>(world, 'grants', { _id: by.grantId })).state).toBe('ACTIVE')
        expect(await told(world, openid)).toBe(1)
      },
    }
  },
}

export const grantCases: WriteCase[] = [
  granting('that works at once', {}, undefined, 1),
  granting('that waits for a second administrator', { caps: ['FINANCE'] }, undefined, 0),
  granting('of what was ended', {}, { state: 'ENDED', rev: 3 }, 1),
  roleConfirm,
  revokeStaff,
  revokeAdmin,
]
