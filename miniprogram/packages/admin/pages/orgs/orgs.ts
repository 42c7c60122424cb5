import type { OrgFilter, OrgInput, OrgItem } from '../../../../../typings/api/account'
import type { OrgKind } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts, boot } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { AppFailure } from '../../../../services/failure'
import { opId } from '../../../../services/op-id'
import { enter, frame, leave, once, type Tapped, type Told } from '../../../../services/page'
import { paged, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { orgKindLabels } from '../../../../shared/labels'
import { orgProblem, orgsView, type OrgsView } from './orgs.view'

const kinds = Object.entries(orgKindLabels).map(([key, label]) => ({ key, label }))

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as OrgsView,
    q: '',
    depth: 0,
    kinds,
    form: undefined as OrgInput | undefined,
    problem: '',
  },
  /** The way down from the top. */
  path: [] as OrgItem[],
  /** What the list is of. */
  filter: {} as OrgFilter,
  list: paged<OrgItem>(),
  admitted: false,

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const q = this.data.q.trim()
    const parentId = this.path[this.path.length - 1]?.orgId
    const filter = q ? { q } : parentId ? { parentId } : {}
    const read = await attempt(async () => {
      await this.admit()
      return accounts.orgTree(filter)
    })
    // an answer that comes after more was typed
    if (this.data.q.trim() !== q) return
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.filter = filter
    this.list = { ...paged<OrgItem>(), ...read.value }
    this.show()
  },
  show() {
    const { q = '' } = this.filter
    this.setData({ view: orgsView(this.list.items, this.path, q), depth: this.path.length })
  },
  async onReachBottom() {
    const { list, filter } = this
    const grown = await readMore(
      list,
      ({ orgId }) => orgId,
      cursor => accounts.orgTree({ ...filter, cursor }),
    )
    if (grown && list === this.list) this.show()
  },
  /** Everybody may read the tree, to say where they belong; this page is for those who keep it. */
  async admit() {
    if (this.admitted) return
    const { roles } = (await boot()).value
    if (!roles.some(({ role }) => role === 'ADMIN')) throw new AppFailure('NO_PERMISSION')
    this.admitted = true
  },
  onSearch(event: Told<{ value: string }>) {
    this.setData({ q: event.detail.value })
    void this.load()
  },
  onInto(event: Tapped<{ id: string }>) {
    const org = this.list.items.find(({ orgId }) => orgId === event.currentTarget.dataset.id)
    if (!org) return
    this.path.push(org)
    this.setData({ q: '' })
    void this.load()
  },
  onUp() {
    if (this.path.length === 0) return leave()
    this.path.pop()
    void this.load()
  },
  onAdd() {
    const parent = this.path[this.path.length - 1]
    if (!parent) return
    const kind: OrgKind = parent.kind === 'DISTRICT' ? 'STREET' : 'GRASSROOTS'
    const form = { opId: opId(), name: '', short: '', kind, parentId: parent.orgId, open: true, rev: 0 }
    this.setData({ form, problem: '' })
  },
  onEdit() {
    const org = this.path[this.path.length - 1]
    if (!org) return
    const { orgId, name, short, kind, parentId, open, rev } = org
    this.setData({ form: { orgId, opId: opId(), name, short, kind, parentId, open, rev }, problem: '' })
  },
  onName(event: Told<{ value: string }>) {
    this.setData({ 'form.name': event.detail.value, problem: '' })
  },
  onShort(event: Told<{ value: string }>) {
    this.setData({ 'form.short': event.detail.value, problem: '' })
  },
  onKind(event: Tapped<{ key: OrgKind }>) {
    this.setData({ 'form.kind': event.currentTarget.dataset.key })
  },
  onOpen(event: Told<{ value: boolean }>) {
    this.setData({ 'form.open': event.detail.value })
  },
  onClose() {
    this.setData({ form: undefined })
  },
  onSave() {
    const { form } = this.data
    if (!form) return
    const problem = orgProblem(form)
    if (problem) return this.setData({ problem })
    void once(this, async () => {
      const input = { ...form, name: form.name.trim(), short: form.short.trim() }
      const saved = await attempt(() => accounts.orgSave(input))
      if (!saved.ok) return this.setData({ problem: saved.failure.sentence })
      if (form.orgId) this.path.splice(-1, 1, saved.value)
      this.setData({ form: undefined })
      await this.load()
    })
  },
})
