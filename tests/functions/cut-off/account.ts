/** The writes of `account`, cut off. */
import { agreements } from '../../../miniprogram/shared/agreements'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { noticeOf } from '../../../cloudfunctions/_kit/notices'
import { firstCode } from '../../../cloudfunctions/account/roles/first-code'
import type { Grant, Org, Setting, SubBalance } from '../../../typings/documents'
import type { WriteCase } from '../cut-off'
import { personId, secrets } from '../world'
import { grantCases } from './account-grants'
import { admin, count, name, one, opId, someone, streetOrg, told, withUnions } from './account-stage'

const register: WriteCase = {
  name: 'account.register',
  async arrange(world) {
    const openid = name('new')
    const consents = (['PROFILE', 'PHONE'] as const).map(purpose => ({
      purpose,
      version: agreements[purpose].version,
    }))
    return {
      async call() {
        // a code is spent by its first use: a page asks WeChat for another
        const phoneCode = await world.cloud.phoneCode(openid)
        const input = { name: '林小禾', phoneCode, employment: 'RIDER' as const, consents }
        return world.account(openid, 'register', input)
      },
      async after() {
        const where = { personId: personId(openid) }
        expect(await world.cloud.count('consents', where)).toBe(2)
        expect((await one<{ outbox: object[] }>(world, 'persons', { _id: personId(openid) })).outbox).toEqual(
          [],
        )
      },
    }
  },
}

const inboxRead: WriteCase = {
  name: 'account.inboxRead',
  async arrange(world) {
    const openid = await someone(world, 'reader')
    const text = noticeTexts.GRANT({ change: '' })
    const notice = (ref: string) =>
      noticeOf({ personId: personId(openid), trigger: 'GRANT', ref, text, page: '' }, world.now)
    await world.add('notices', [notice('1'), notice('2')])
    return {
      call: () => world.account(openid, 'inboxRead', { all: true }),
      async after() {
        expect(await world.cloud.count('notices', { personId: personId(openid), readAt: 0 })).toBe(0)
      },
    }
  },
}

const subscribeReport: WriteCase = {
  name: 'account.subscribeReport',
  async arrange(world) {
    const openid = await someone(world, 'subscriber')
    const results = (['T_SIGNUP', 'T_WAIT'] as const).map(template => ({
      template,
      answer: 'accept' as const,
    }))
    const input = { opId: opId(), results }
    return {
      call: () => world.account(openid, 'subscribeReport', input),
      async after() {
        const kept = await world.cloud.find<SubBalance>('sub_balance', { personId: personId(openid) })
        expect(kept.map(balance => balance.count)).toEqual([1, 1])
      },
    }
  },
}

const newOrg: WriteCase = {
  name: 'account.orgSave new',
  async arrange(world) {
    await withUnions(world)
    const by = await admin(world)
    const [short, key] = [`新街道${count()}`, opId()]
    const org = {
      opId: key,
      name: `${short}总工会`,
      short,
      kind: 'STREET' as const,
      parentId: 'org_R',
      open: true,
      rev: 0,
    }
    return {
      call: () => world.account(by.openid, 'orgSave', org),
      async after() {
        const { _id, path } = await one<Org>(world, 'orgs', { short })
        expect(path).toBe(`/org_R/${_id}/`)
      },
    }
  },
}

const renamedOrg: WriteCase = {
  name: 'account.orgSave renamed',
  async arrange(world) {
    await withUnions(world)
    const [by, { _id: orgId, short, kind, parentId, open }] = [await admin(world), await streetOrg(world)]
    const grant = { _id: `gr_cut_${count()}`, orgId, orgName: '旧名', rev: 1, orgPath: '/' }
    await world.add('grants', [grant])
    const input = { orgId, opId: opId(), name: `${short}工会联合会`, short, kind, parentId, open, rev: 1 }
    return {
      call: () => world.account(by.openid, 'orgSave', input),
      async after() {
        expect((await one<Org>(world, 'orgs', { _id: orgId })).rev).toBe(2)
        expect((await one<Grant>(world, 'grants', { _id: grant._id })).orgName).toBe(input.name)
      },
    }
  },
}

const closedOrg: WriteCase = {
  name: 'account.orgSave closed',
  async arrange(world) {
    await withUnions(world)
    const [by, { _id: orgId, name, short, kind, parentId }] = [await admin(world), await streetOrg(world)]
    const input = { orgId, opId: opId(), name, short, kind, parentId, open: false, rev: 1 }
    return {
      call: () => world.account(by.openid, 'orgSave', input),
      async after() {
        expect(await one<Org>(world, 'orgs', { _id: orgId })).toMatchObject({ open: false, rev: 2 })
        // nobody else is kept waiting
        expect(await one<Org>(world, 'orgs', { _id: 'org_R' })).toMatchObject({ turnUntil: 0 })
      },
    }
  },
}

const settingSave: WriteCase = {
  name: 'account.settingSave',
  async arrange(world) {
    const by = await admin(world)
    await world.cloud.db.collection('settings').where({ _id: 'sync.lateHours' }).remove()
    return {
      call: () => world.account(by.openid, 'settingSave', { key: 'sync.lateHours', value: 48, rev: 0 }),
      async after() {
        expect(await one<Setting>(world, 'settings', { _id: 'sync.lateHours' })).toMatchObject({
          value: 48,
          rev: 1,
        })
        await world.cloud.db.collection('settings').where({ _id: 'sync.lateHours' }).remove()
      },
    }
  },
}

const firstAdmin: WriteCase = {
  name: 'account.firstAdmin',
  async arrange(world) {
    const openid = await someone(world, 'first')
    await world.cloud.db.collection('grants').where({ _id: 'gr_first_1' }).remove()
    return {
      call: () => world.account(openid, 'firstAdmin', { code: firstCode(1, secrets) }),
      async after() {
        const grant = await one<Grant>(world, 'grants', { _id: 'gr_first_1' })
        expect(grant).toMatchObject({ personId: personId(openid), orgPath: '/org_R/', state: 'ACTIVE' })
        expect(await told(world, openid)).toBe(1)
      },
    }
  },
}

export const cases: WriteCase[] = [
  register,
  inboxRead,
  subscribeReport,
  newOrg,
  renamedOrg,
  closedOrg,
  ...grantCases,
  settingSave,
  firstAdmin,
]
