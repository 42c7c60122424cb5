import type { Limitation } from '../../../../../typings/api/legal'
import type { ClaimType, LimitEvent } from '../../../../../typings/documents'
import { failedView } from '../../../../components/failure-card/failed'
import { attempt, say } from '../../../../services/attempt'
import { cached } from '../../../../services/cached'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { legal } from '../../../../services/legal'
import { isOnline } from '../../../../services/network'
import { enter, frame, leave, once, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { askForMessages } from '../../../../services/subscribe'
import { limitationOf } from '../../../../shared/limitation'
import { localDate } from '../../../../shared/time'
import { forgetLimitDraft, keepLimitDraft, limitDraft } from './limit-draft'
import { emptyForm, formOf, inputOf, type LimitForm } from './limit-form'
import { claimOptions, limitView, type LimitView } from './limitation.view'
import { naming } from './naming'

const PAGES = '/packages/legal/pages'
type Field = 'employed' | 'keyDate' | 'endDate'

const today = (): string => localDate(serverNow())
const unregistered = ({ code }: Failure): boolean => code === 'NEED_REGISTER' || code === 'NEED_CONSENT'

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as LimitView,
    form: emptyForm,
    today: '',
    claimOptions,
    sheet: '' as '' | 'claim' | 'event',
    removing: false,
  },
  /** '' for a calculation that is not saved. */
  id: '',
  card: undefined as Limitation | undefined,
  cards: [] as Limitation[],
  copyAt: undefined as number | undefined,
  unread: '',
  guest: false,
  names: naming(),

  onLoad(query: { id?: string }) {
    this.id = query.id ?? ''
    this.names = naming()
    if (!this.id) {
      // nothing is asked of anybody before it is saved
      this.setData({ form: limitDraft() })
      this.show()
    }
    this.follow()
  },
  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await attempt(() => cached('limitations', () => legal.limitMine({})))
    this.guest = !read.ok && unregistered(read.failure)
    // the strip says it, and a guest has none
    const quiet = read.ok || this.guest || read.failure.code === 'OFFLINE'
    this.unread = quiet ? '' : read.failure.sentence
    if (read.ok) [this.cards, this.copyAt] = [read.value.value.limitations, read.value.copyAt]
    if (!this.id) return this.show()
    if (this.guest) return this.setData({ view: { kind: 'register' } })
    if (!read.ok && !this.card) return this.setData({ view: failedView(read.failure) })
    const card = this.cards.find(({ limitId }) => limitId === this.id)
    if (!card) return this.setData({ view: { kind: 'gone' } })
    // what is being changed on this page stays
    if (!this.card) this.setData({ form: formOf(card) })
    if (this.card?.rev !== card.rev) this.take(card)
    this.show()
  },
  take(card: Limitation) {
    this.id = card.limitId
    this.card = card
    this.setData({ form: { ...this.data.form, events: card.events } })
  },
  show() {
    const { card, cards, copyAt, unread } = this
    const known = { form: this.data.form, card, cards, copyAt, unread, online: isOnline(), today: today() }
    this.setData({ view: limitView(known), today: known.today })
  },
  change(change: Partial<LimitForm>) {
    const form = { ...this.data.form, ...change }
    this.setData({ form })
    if (!this.id) keepLimitDraft(form)
    this.show()
  },

  onSheet(event: Tapped<{ sheet: 'claim' | 'event' }>) {
    this.setData({ sheet: event.currentTarget.dataset.sheet })
  },
  onSheetClose() {
    this.setData({ sheet: '' })
  },
  onClaim(event: Told<{ key: ClaimType }>) {
    this.setData({ sheet: '' })
    this.change({ claimType: event.detail.key })
  },
  onEmployed(event: Tapped<{ value: 'yes' | 'no' }>) {
    this.change({ employed: event.currentTarget.dataset.value })
  },
  onDate(event: WechatMiniprogram.PickerChange<object, { field: Exclude<Field, 'employed'> }>) {
    this.change({ [event.currentTarget.dataset.field]: String(event.detail.value) })
  },

  onEvent(event: Told<Pick<LimitEvent, 'kind' | 'date' | 'untilDate'>>) {
    const happened = event.detail
    const id = this.names.of(happened)
    if (!this.id) {
      this.names.answered()
      this.setData({ sheet: '' })
      return this.change({ events: [...this.data.form.events, { id, ...happened, state: 'REPORTED' }] })
    }
    void once(this, async () => {
      const told = await attempt(() => legal.limitEvent({ limitId: this.id, opId: id, ...happened }))
      if (!told.ok) return say(told.failure)
      this.names.answered()
      this.setData({ sheet: '' })
      this.take(told.value)
      this.show()
    })
  },
  onEventRemove(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    this.change({ events: this.data.form.events.filter(one => one.id !== id) })
  },

  onSave() {
    void this.save(this.data.form, this.card?.remind ?? true)
  },
  onRemind(event: Told<{ value: boolean }>) {
    // what is being changed beside it is not saved by this
    if (this.card) void this.save(formOf(this.card), event.detail.value)
  },
  save(form: LimitForm, remind: boolean) {
    const input = inputOf(form, today())
    if (!input) return
    if (this.guest) return this.register()
    const { daysLeft = -1 } = limitationOf(input, today())
    const anew = remind && this.card?.remind !== true && daysLeft > 0
    // WeChat takes the question only inside the tap
    const asked = anew ? askForMessages(['T_LIMIT']) : Promise.resolve(false)
    return once(this, async () => {
      await asked
      const { card } = this
      const over = card ? { limitId: card.limitId, rev: card.rev } : { rev: 0 }
      const wish = { ...input, ...over, remind }
      const saved = await attempt(() => legal.limitSave({ ...wish, opId: this.names.of(wish) }))
      if (!saved.ok) return this.refused(saved.failure)
      if (!card) forgetLimitDraft()
      this.names.answered()
      this.take(saved.value)
      this.show()
      void wx.showToast({ title: '已保存', icon: 'none' })
    })
  },
  async refused(failure: Failure) {
    if (unregistered(failure)) return this.register()
    if (failure.code === 'STALE_REV') await this.load()
    else this.show()
    say(failure)
  },
  register() {
    const next = encodeURIComponent(`${PAGES}/limitation/limitation${this.id && `?id=${this.id}`}`)
    void wx.redirectTo({ url: `/pages/register/register?next=${next}` })
  },

  onRemove() {
    this.setData({ removing: true })
  },
  onRemoveClose() {
    this.setData({ removing: false })
  },
  onRemoveConfirm() {
    this.setData({ removing: false })
    return once(this, async () => {
      const removed = await attempt(() => legal.limitRemove({ limitId: this.id }))
      if (!removed.ok) return say(removed.failure)
      void wx.showToast({ title: '已删除', icon: 'none' })
      leave()
    })
  },
  onCard(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${PAGES}/limitation/limitation?id=${event.currentTarget.dataset.id}` })
  },
  onLawyer() {
    void wx.navigateTo({ url: `${PAGES}/menu/menu` })
  },
  onAnother() {
    void wx.redirectTo({ url: `${PAGES}/limitation/limitation` })
  },
})
