import type { GrantItem, OrgItem } from '../../../../../typings/api/account'
import type { Cap, Role } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts } from '../../../../services/account'
import { attempt, say } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { paged, readFirst, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { localDate } from '../../../../shared/time'
import {
  capChoices,
  emptyGrant,
  lastDate,
  needsSecond,
  roleChoices,
  toGrant,
  type GrantForm,
} from './grant-form'
import {
  grantFilters,
  grantRow,
  rolesView,
  type GrantFilter,
  type GrantRow,
  type RolesView,
} from './roles.view'

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as RolesView,
    filters: grantFilters,
    filter: 'ALL' as GrantFilter,
    roles: roleChoices,
    caps: capChoices([]),
    form: undefined as GrantForm | undefined,
    second: false,
    firstDate: '',
    lastDate: '',
    orgs: [] as OrgItem[],
    orgText: '',
    problem: '',
    chosen: undefined as GrantRow | undefined,
    may: { confirm: false, revoke: false },
    reason: '',
  },
  list: paged<GrantItem>(),

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await readFirst(this.list, 'roles', () => accounts.roleList({}))
    if (!read) return
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.show()
  },
  show() {
    this.setData({ view: rolesView(this.list.items, this.data.filter) })
  },
  async onReachBottom() {
    const grown = await readMore(
      this.list,
      ({ grantId }) => grantId,
      cursor => accounts.roleList({ cursor }),
    )
    if (grown) this.show()
  },
  onFilter(event: Told<{ key: GrantFilter }>) {
    this.setData({ filter: event.detail.key })
    this.show()
  },

  onNew() {
    const now = serverNow()
    this.setData({ firstDate: localDate(now), lastDate: lastDate(now), orgs: [], orgText: '', problem: '' })
    this.put(emptyGrant(now))
  },
  put(form: GrantForm) {
    this.setData({ form, caps: capChoices(form.caps), second: needsSecond(form) })
  },
  change(fields: Partial<GrantForm>) {
    const { form } = this.data
    if (!form) return
    this.setData({ problem: '' })
    this.put({ ...form, ...fields })
  },
  onPhone(event: Told<{ value: string }>) {
    const phone = event.detail.value.replace(/\D/g, '')
    this.change({ phone, person: undefined })
    if (phone.length === 11) void this.find(phone)
  },
  async find(phone: string) {
    const found = await attempt(() => accounts.personFind({ phone }))
    if (this.data.form?.phone !== phone) return
    if (found.ok) return this.change({ person: found.value })
    const missing = found.failure.code === 'NOT_FOUND'
    this.setData({
      problem: missing ? '没有用这个手机号登记的人，请对方先完善信息。' : found.failure.sentence,
    })
  },
  onRole(event: Tapped<{ key: Role }>) {
    this.change({ role: event.currentTarget.dataset.key })
  },
  onCap(event: Tapped<{ key: Cap }>) {
    const { key } = event.currentTarget.dataset
    const caps = this.data.form?.caps ?? []
    this.change({ caps: caps.includes(key) ? caps.filter(cap => cap !== key) : [...caps, key] })
  },
  async onOrgText(event: Told<{ value: string }>) {
    const orgText = event.detail.value
    const q = orgText.trim()
    this.setData({ orgText })
    this.change({ org: undefined })
    if (q === '') return this.setData({ orgs: [] })
    const found = await attempt(() => accounts.orgTree({ q }))
    // an answer that comes after more was typed, or after one was chosen
    if (this.data.orgText !== orgText) return
    if (found.ok) this.setData({ orgs: found.value.items.slice(0, 6) })
    else this.setData({ problem: found.failure.sentence })
  },
  onOrg(event: Tapped<{ id: string }>) {
    const org = this.data.orgs.find(({ orgId }) => orgId === event.currentTarget.dataset.id)
    if (!org) return
    this.setData({ orgs: [], orgText: org.name })
    this.change({ org })
  },
  onUntil(event: Told<{ value: string }>) {
    this.change({ untilDate: event.detail.value })
  },
  onFormClose() {
    this.setData({ form: undefined })
  },
  onGrant() {
    const { form } = this.data
    const input = form && toGrant(form)
    if (!input) return
    if (typeof input === 'string') return this.setData({ problem: input })
    void once(this, async () => {
      const granted = await attempt(() => accounts.roleGrant(input))
      if (!granted.ok) return this.setData({ problem: granted.failure.sentence })
      this.setData({ form: undefined })
      await this.load()
      const waits = granted.value.state === 'PENDING'
      void wx.showToast({ title: waits ? '已提交，等另一位管理员复核' : '已授权', icon: 'none' })
    })
  },

  onGrantTap(event: Tapped<{ id: string }>) {
    const grant = this.list.items.find(({ grantId }) => grantId === event.currentTarget.dataset.id)
    if (!grant) return
    const may = {
      confirm: grant.state === 'PENDING' && !grant.mine,
      revoke: grant.state !== 'ENDED',
    }
    if (may.confirm || may.revoke) this.setData({ chosen: grantRow(grant), may, reason: '', problem: '' })
  },
  onChosenClose() {
    this.setData({ chosen: undefined })
  },
  onReason(event: Told<{ value: string }>) {
    this.setData({ reason: event.detail.value })
  },
  onConfirm(event: Tapped<{ agree: boolean }>) {
    const { agree } = event.currentTarget.dataset
    this.decide(grantId => accounts.roleConfirm({ grantId, agree }))
  },
  onRevoke() {
    const reason = this.data.reason.trim()
    this.decide(grantId => accounts.roleRevoke({ grantId, reason }))
  },
  decide(work: (grantId: string) => Promise<GrantItem>) {
    const { chosen } = this.data
    if (!chosen) return
    void once(this, async () => {
      const done = await attempt(() => work(chosen.grantId))
      if (!done.ok) return say(done.failure)
      this.setData({ chosen: undefined })
      await this.load()
    })
  },
})
