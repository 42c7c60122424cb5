import type { CaseItem } from '../../../../../typings/api/legal'
import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { attempt, say } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { leave, once, type Tapped, type Told } from '../../../../services/page'
import { caseCard, noCases, type CaseCard, type CaseTab } from './case-card'

type View = { kind: 'loading' } | { kind: 'ready'; cards: CaseCard[]; more: boolean } | FailedView

/** Appointments of one tab; `turn` counts up when they shall be read anew. Moves them and calls them off. */
Component({
  properties: { tab: String, turn: Number },
  data: {
    view: { kind: 'loading' } as View,
    empty: noCases.TODO,
    items: [] as CaseItem[],
    next: '',
    busy: false,
    asking: '' as '' | 'move' | 'end',
    chosen: undefined as CaseItem | undefined,
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
      const tab = this.data.tab as CaseTab
      const read = await attempt(() => legal.caseList({ tab }))
      if (!read.ok) return this.setData({ view: failedView(read.failure, '预约没有受影响。') })
      this.setData({ empty: noCases[tab] })
      this.show(read.value.items, read.value.next)
    },
    show(items: CaseItem[], next = '') {
      const now = serverNow()
      const cards = items.map(item => caseCard(item, now))
      this.setData({ items, next, view: { kind: 'ready', cards, more: next !== '' } })
    },
    onMore() {
      const { tab, next, items } = this.data
      void once(this, async () => {
        const read = await attempt(() => legal.caseList({ tab: tab as CaseTab, cursor: next }))
        if (!read.ok) return say(read.failure)
        this.show([...items, ...read.value.items], read.value.next)
      })
    },
    onRetry() {
      this.setData({ view: { kind: 'loading' } })
      void this.load()
    },
    onAsk(event: Tapped<{ id: string; what: 'move' | 'end' }>) {
      const { id, what } = event.currentTarget.dataset
      const chosen = this.data.items.find(({ appointmentId }) => appointmentId === id)
      if (chosen) this.setData({ chosen, asking: what })
    },
    onAskClose() {
      this.setData({ asking: '' })
    },
    onMoved() {
      this.setData({ asking: '' })
      void wx.showToast({ title: '已改派，双方会收到通知', icon: 'none' })
      void this.load()
    },
    onEnd(event: Told<{ reason: string }>) {
      const { chosen } = this.data
      if (!chosen) return
      const { appointmentId } = chosen
      void once(this, async () => {
        const { reason } = event.detail
        const ended = await attempt(() => legal.callOff({ appointmentId, reason }))
        this.setData({ asking: '' })
        if (ended.ok) void wx.showToast({ title: '已取消，双方会收到通知', icon: 'none' })
        else say(ended.failure)
        await this.load()
      })
    },
    onLeave: leave,
  },
})
