import type { RotaSlot, RotaView } from '../../../../../typings/api/legal'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { plusDays } from '../../../../shared/local-days'
import { localDate } from '../../../../shared/time'
import { answerSwap } from '../../answer-swap'
import {
  leaveWords,
  READ_DAYS,
  refusedView,
  rotaView,
  SHOWN_DAYS,
  swappable,
  type RotaPageView,
} from './rota.view'

type Sheet = '' | 'rule' | 'leave' | 'swap' | 'parties'

const today = (): string => localDate(serverNow())

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as RotaPageView,
    /** Local dates. */
    from: '',
    date: '',
    rota: undefined as RotaView | undefined,
    sheet: '' as Sheet,
    ruleId: '',
    swapSlots: [] as RotaSlot[],
    leaveId: '',
    leaveWords: '',
  },
  copyAt: undefined as number | undefined,

  onLoad(query: { open?: string }) {
    const date = today()
    this.setData({ from: date, date, sheet: query.open === 'parties' ? 'parties' : '' })
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const { from } = this.data
    const range = { from, to: plusDays(from, READ_DAYS - 1) }
    const read = await attempt(() => cached(`rota:${from}`, () => legal.rotaView(range)))
    // the lawyer went on to other weeks meanwhile
    if (this.data.from !== from) return
    if (!read.ok) return this.setData({ view: refusedView(read.failure), sheet: '' })
    this.copyAt = read.value.copyAt
    this.setData({ rota: read.value.value })
    this.show()
  },
  show() {
    const { rota, from, date } = this.data
    if (!rota) return
    this.setData({ view: rotaView({ rota, from, date, copyAt: this.copyAt, now: serverNow() }) })
  },
  onDay(event: Told<{ date: string }>) {
    this.setData({ date: event.detail.date })
    this.show()
  },
  onWeeks(event: Tapped<{ by: number }>) {
    const from = plusDays(this.data.from, event.currentTarget.dataset.by * SHOWN_DAYS)
    this.setData({ from, date: from })
    this.show()
    void this.load()
  },
  onCase(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    if (id) void wx.navigateTo({ url: `/packages/lawyer/pages/consult/consult?id=${id}` })
  },

  onSheet(event: Tapped<{ sheet: Sheet }>) {
    this.setData({ sheet: event.currentTarget.dataset.sheet, ruleId: '' })
  },
  onRule(event: Tapped<{ id: string }>) {
    this.setData({ sheet: 'rule', ruleId: event.currentTarget.dataset.id })
  },
  onSwapSheet() {
    const { rota, date } = this.data
    if (rota) this.setData({ swapSlots: swappable(rota, date, serverNow()), sheet: 'swap' })
  },
  onSheetClose() {
    this.setData({ sheet: '' })
  },
  onSaved() {
    this.setData({ sheet: '' })
    void this.load()
  },

  onAway(event: Tapped<{ id: string }>) {
    const leaveId = event.currentTarget.dataset.id
    const leave = this.data.rota?.leaves.find(({ id }) => id === leaveId)
    if (leave) this.setData({ leaveId, leaveWords: leaveWords(leave) })
  },
  onAwayClose() {
    this.setData({ leaveId: '' })
  },
  onAwayEnd() {
    const { rota, leaveId } = this.data
    const leave = rota?.leaves.find(({ id }) => id === leaveId)
    this.onAwayClose()
    if (!rota || !leave) return
    const { fromAt, toAt, reason } = leave
    void once(this, async () => {
      const ended = await attempt(() =>
        legal.leaveSave({ rev: rota.rev, leaveId, remove: true, fromAt, toAt, reason }),
      )
      if (ended.ok) void wx.showToast({ title: '已销假', icon: 'none' })
      else say(ended.failure)
      await this.load()
    })
  },
  onSwap(event: Told<{ swapId: string; agree: boolean }>) {
    const { swapId, agree } = event.detail
    void once(this, async () => {
      if (await answerSwap(swapId, agree)) await this.load()
    })
  },
})
