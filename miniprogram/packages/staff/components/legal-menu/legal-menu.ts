import type { LegalService } from '../../../../../typings/api/legal'
import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { opId } from '../../../../services/op-id'
import { leave, type Tapped } from '../../../../services/page'
import { formOf, newForm, serviceRow, type ServiceForm, type ServiceRow } from './service-form'

type View = { kind: 'loading' } | { kind: 'ready'; rows: ServiceRow[] } | FailedView

/** The lines of the menu, which staff write; `turn` counts up when they shall be read anew. */
Component({
  properties: { turn: Number },
  data: {
    view: { kind: 'loading' } as View,
    services: [] as LegalService[],
    form: undefined as ServiceForm | undefined,
  },
  observers: {
    turn(turn: number) {
      if (turn > 0) void this.load()
    },
  },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const read = await attempt(() => legal.menu({}))
      if (!read.ok) return this.setData({ view: failedView(read.failure, '菜单没有受影响。') })
      const { services } = read.value
      this.setData({ services, view: { kind: 'ready', rows: services.map(serviceRow) } })
    },
    onRetry() {
      this.setData({ view: { kind: 'loading' } })
      void this.load()
    },
    onEdit(event: Tapped<{ id: string }>) {
      const { id } = event.currentTarget.dataset
      const service = this.data.services.find(({ serviceId }) => serviceId === id)
      if (service) this.setData({ form: formOf(service) })
    },
    onNew() {
      this.setData({ form: newForm(`s${opId().toLowerCase()}`, this.data.services) })
    },
    onClose() {
      this.setData({ form: undefined })
    },
    onSaved() {
      this.setData({ form: undefined })
      void wx.showToast({ title: '已保存', icon: 'none' })
      void this.load()
    },
    onStale() {
      void this.load()
    },
    onLeave: leave,
  },
})
