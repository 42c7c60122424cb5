import type { RoleHeld } from '../../../../../typings/api/account'
import type { Role } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { insights } from '../../../../services/insight'
import { enter, frame, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { chooseRole, roleNow } from '../../../../services/role'
import { deskView, roleOptions, type DeskView } from './desk.view'

const ROLLCALL = '/packages/staff/pages/rollcall/rollcall'

Page({
  ...reading,
  data: {
    ...frame,
    view: { kind: 'loading' } as DeskView,
    roles: [] as { key: Role; label: string }[],
    role: '' as Role | '',
    rolesOpen: false,
  },

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    // the desk first: whoever may not see it sees nothing else of it either
    const read = await attempt(async () => {
      const desk = await cached('desk', () => insights.desk({}))
      return { desk, who: await boot() }
    })
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    const { desk, who } = read.value
    const { roles } = who.value
    this.showRoles(roles)
    this.setData({ view: deskView({ desk: desk.value, roles, copyAt: desk.copyAt, now: serverNow() }) })
  },
  showRoles(roles: readonly RoleHeld[]) {
    this.setData({ roles: roleOptions(roles), role: roleNow(roles) ?? '' })
  },
  onOpen(event: Tapped<{ url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url })
  },
  onToday(event: Tapped<{ session: string }>) {
    void wx.navigateTo({ url: `${ROLLCALL}?session=${event.currentTarget.dataset.session}` })
  },
  onRoles() {
    this.setData({ rolesOpen: true })
  },
  onRolesClose() {
    this.setData({ rolesOpen: false })
  },
  onRole(event: Told<{ key: Role }>) {
    const role = event.detail.key
    chooseRole(role)
    this.setData({ rolesOpen: false, role })
    if (role === 'ADMIN') void wx.redirectTo({ url: '/packages/admin/pages/roles/roles' })
  },
})
