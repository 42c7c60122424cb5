import type { LawyerItem, LegalService } from '../../../../../typings/api/legal'
import type { Spot } from '../../../../../typings/documents'
import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { leave, type Tapped, type Told } from '../../../../services/page'
import { formOf, lawyerRow, type LawyerForm, type LawyerRow } from './lawyer-form'

type View = { kind: 'loading' } | { kind: 'ready'; rows: LawyerRow[] } | FailedView

/** Who holds a grant as lawyer, and their profiles; `turn` counts up when they shall be read anew. */
Component({
  properties: { turn: Number },
  data: {
    view: { kind: 'loading' } as View,
    lawyers: [] as LawyerItem[],
    services: [] as LegalService[],
    form: undefined as LawyerForm | undefined,
    editing: '' as '' | 'profile' | 'site',
    site: undefined as Spot | undefined,
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
      const read = await attempt(() => Promise.all([legal.lawyerList({}), legal.menu({})]))
      if (!read.ok) return this.setData({ view: failedView(read.failure, '资料没有受影响。') })
      const [{ lawyers }, { services }] = read.value
      this.setData({ lawyers, services, view: { kind: 'ready', rows: lawyers.map(lawyerRow) } })
    },
    onRetry() {
      this.setData({ view: { kind: 'loading' } })
      void this.load()
    },
    onEdit(event: Tapped<{ id: string }>) {
      const { id } = event.currentTarget.dataset
      const lawyer = this.data.lawyers.find(({ lawyerId }) => lawyerId === id)
      if (lawyer) this.setData({ form: formOf(lawyer), editing: 'profile' })
    },
    onForm(event: Told<{ form: LawyerForm }>) {
      this.data.form = event.detail.form
    },
    onSite() {
      const { form } = this.data
      const site = form?.site ?? { name: '', address: '', lng: 0, lat: 0 }
      this.setData({ site, editing: 'site' })
    },
    onSpot(event: Told<{ spot: Spot }>) {
      this.data.site = event.detail.spot
    },
    onSiteClose() {
      const { form, site } = this.data
      if (!form) return
      const { site: _, ...others } = form
      const isEmpty = !site || (site.name.trim() === '' && site.address.trim() === '')
      this.setData({ form: isEmpty ? others : { ...form, site }, editing: 'profile' })
    },
    onClose() {
      this.setData({ editing: '' })
    },
    onSaved() {
      this.setData({ editing: '' })
      void wx.showToast({ title: '已保存', icon: 'none' })
      void this.load()
    },
    onStale() {
      void this.load()
    },
    onLeave: leave,
  },
})
