import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { dayWords, plusDays } from '../../../../shared/local-days'
import { localDate } from '../../../../shared/time'
import { affectedLines, leaveHours, leaveProblem, newLeave, withDay, type LeaveForm } from './leave-form'

type Field = Exclude<keyof LeaveForm, 'whole' | 'reason'>

const STALE = '排班刚在别处改过，请再点一次。'
/** Slots are made, and booked, no further ahead than that. */
const LOOKED_DAYS = 61
const empty = newLeave('2026-01-01')

/**
 * A time away. Appointments within are shown, and called off only when the lawyer says so. Events `saved`, `stale` when the
 * rota's revision is old, and `close`.
 */
Component({
  properties: {
    visible: Boolean,
    /** The rota's revision. */
    rev: Number,
  },
  data: { form: empty, from: '', to: '', problem: '', affected: [] as string[], busy: false },
  observers: {
    visible(visible: boolean) {
      if (visible) this.show(newLeave(localDate(serverNow())))
    },
  },
  methods: {
    show(form: LeaveForm) {
      const days = { from: dayWords(form.fromDate), to: dayWords(form.toDate) }
      this.setData({ form, ...days, problem: '', affected: [] })
    },
    change(change: Partial<LeaveForm>) {
      if (!this.data.busy) this.show(withDay(this.data.form, change))
    },
    onWhole(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      this.change({ whole: event.detail.value })
    },
    onPick(event: WechatMiniprogram.PickerChange<object, { field: Field }>) {
      this.change({ [event.currentTarget.dataset.field]: String(event.detail.value) })
    },
    onReason(event: WechatMiniprogram.Input) {
      this.setData({ 'form.reason': event.detail.value, problem: '' })
    },
    onBack() {
      this.setData({ affected: [], problem: '' })
    },
    onSave() {
      void this.save(false)
    },
    onCancelAll() {
      void this.save(true)
    },
    async save(cancel: boolean) {
      const { form, rev, busy } = this.data
      const problem = leaveProblem(form, serverNow())
      if (problem || busy) return this.setData({ problem })
      this.setData({ busy: true, problem: '' })
      const hours = leaveHours(form)
      const leave = { rev, ...hours, reason: form.reason.trim(), ...(cancel && { cancel }) }
      const saved = await attempt(() => legal.leaveSave(leave))
      if (!saved.ok && saved.failure.code === 'LEAVE_NEEDS_COVER') await this.showAffected(hours)
      this.setData({ busy: false })
      if (saved.ok) return this.saved(saved.value.affected.length)
      const { code, sentence } = saved.failure
      if (code === 'STALE_REV') this.triggerEvent('stale')
      // what is affected is listed instead
      const listed = code === 'LEAVE_NEEDS_COVER' && this.data.affected.length > 0
      if (!listed) this.setData({ problem: code === 'STALE_REV' ? STALE : sentence })
    },
    async showAffected({ fromAt, toAt }: { fromAt: number; toAt: number }) {
      const now = serverNow()
      const from = localDate(Math.max(now, fromAt))
      const last = [localDate(toAt - 1), plusDays(from, LOOKED_DAYS)].sort()[0] ?? from
      const read = await attempt(() => legal.rotaView({ from, to: last }))
      if (read.ok) this.setData({ affected: affectedLines(read.value.slots, { fromAt, toAt }, now) })
    },
    saved(called: number) {
      const title = called > 0 ? `已请假，${called}个预约会取消并通知` : '已请假'
      void wx.showToast({ title, icon: 'none' })
      this.triggerEvent('saved')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
