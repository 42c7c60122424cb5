import type { CaseItem } from '../../../../../typings/api/legal'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { once, type Tapped, type Told } from '../../../../services/page'
import { plusDays } from '../../../../shared/local-days'
import { localDate, when } from '../../../../shared/time'
import { slotDays, targetsFor, type SlotDay, type Target } from './targets'

const LAST_DAY = 13
const SENTENCES: Partial<Record<string, string>> = {
  CONFLICT_LAWYER: '这位律师与对方有利益冲突，请选其他律师。',
}

/** Finds another lawyer, or another hour, for an appointment; does it itself. Events `moved` and `close`. */
Component({
  properties: { visible: Boolean, /** A `CaseItem`. */ item: Object },
  data: {
    now: [] as string[],
    targets: [] as Target[],
    lawyerId: '',
    days: [] as SlotDay[],
    slotId: '',
    reason: '',
    note: '',
    problem: '',
    busy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { startAt, endAt, lawyer } = this.case()
      const now = [`现在：${when(startAt, endAt)}`, lawyer]
      this.setData({ now, targets: [], lawyerId: '', days: [], slotId: '', reason: '', problem: '' })
      void this.loadLawyers()
    },
  },
  methods: {
    case() {
      return this.data.item as CaseItem
    },
    async loadLawyers() {
      this.setData({ note: '正在查找可以接手的律师' })
      const read = await attempt(() => legal.lawyerList({}))
      if (!read.ok) return this.setData({ note: read.failure.sentence })
      const targets = targetsFor(this.case(), read.value.lawyers)
      this.setData({ targets, note: targets.length === 0 ? '没有可以接手的律师，请与职工联系。' : '' })
    },
    onLawyer(event: Tapped<{ id: string }>) {
      this.setData({ lawyerId: event.currentTarget.dataset.id, problem: '' })
      void this.loadSlots()
    },
    async loadSlots() {
      const { lawyerId } = this.data
      this.setData({ days: [], slotId: '', note: '正在查找空闲时段' })
      const today = localDate(serverNow())
      const to = plusDays(today, LAST_DAY)
      const read = await attempt(() => legal.rotaView({ lawyerId, from: today, to }))
      if (lawyerId !== this.data.lawyerId) return
      if (!read.ok) return this.setData({ note: read.failure.sentence })
      const days = slotDays(this.case(), read.value.slots, serverNow())
      this.setData({ days, note: days.length === 0 ? '这位律师两周内没有空闲时段。' : '' })
    },
    onSlot(event: Tapped<{ id: string }>) {
      this.setData({ slotId: event.currentTarget.dataset.id, problem: '' })
    },
    onReason(event: Told<{ value: string }>) {
      this.data.reason = event.detail.value
      if (this.data.problem) this.setData({ problem: '' })
    },
    onDone() {
      const { slotId: toSlotId } = this.data
      const reason = this.data.reason.trim()
      if (toSlotId === '') return this.setData({ problem: '请选择律师和时段。' })
      if (reason.length < 2) return this.setData({ problem: '请写明原因，至少2个字。' })
      void once(this, async () => {
        const { appointmentId } = this.case()
        const moved = await attempt(() => legal.reassign({ appointmentId, toSlotId, reason }))
        if (moved.ok) return void this.triggerEvent('moved')
        const { code, sentence } = moved.failure
        this.setData({ problem: SENTENCES[code] ?? sentence })
        if (code === 'SLOT_TAKEN' || code === 'SLOT_CLOSED') await this.loadSlots()
      })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
