import type { Employment } from '../../../typings/documents'
import { accounts } from '../../services/account'
import { attempt, say } from '../../services/attempt'
import type { Failure } from '../../services/failure'
import { chooseLargeText, isLargeText } from '../../services/large-text'
import { isOnline, onNetwork } from '../../services/network'
import { enter, frame, leave, once, type Tapped, type Told } from '../../services/page'
import { employmentLabels } from '../../shared/labels'
import { problemOf, toRegistration, type Draft, type PhoneCode, type Problem } from './draft'

const DRAFT = 'registerDraft'
const employments = Object.entries(employmentLabels).map(([key, label]) => ({ key, label }))

function storedDraft(): Draft {
  const stored: Draft | '' = wx.getStorageSync(DRAFT)
  return stored || { name: '', employment: '', largeText: isLargeText() }
}

const offlineWords = (online: boolean): string =>
  online ? '' : '当前无网络，请联网后再试。您填的内容会留着。'

Page({
  data: {
    ...frame,
    busy: false,
    employments,
    draft: storedDraft(),
    phone: undefined as PhoneCode | undefined,
    agreed: false,
    problem: undefined as Problem | undefined,
    strip: '',
  },
  /** Where the person wanted to go. */
  next: '',
  stopListening: () => {},

  onLoad(query: { next?: string }) {
    this.next = decodeURIComponent(query.next ?? '')
    this.setData({ draft: storedDraft(), strip: offlineWords(isOnline()) })
    this.stopListening = onNetwork(online => this.setData({ strip: offlineWords(online) }))
  },
  onShow() {
    enter(this)
  },
  onUnload() {
    this.stopListening()
  },
  change(change: Partial<Draft>) {
    const draft = { ...this.data.draft, ...change }
    wx.setStorageSync(DRAFT, draft)
    this.setData({ draft, problem: undefined })
  },
  onName(event: Told<{ value: string }>) {
    this.change({ name: event.detail.value })
  },
  onPhone(event: Told<{ code?: string }>) {
    const { code } = event.detail
    if (!code)
      return this.setData({ problem: { field: 'phone', text: '未取得手机号。报名需要它来通知变动。' } })
    this.setData({ phone: { code, at: Date.now() }, problem: undefined })
  },
  onEmployment(event: Tapped<{ key: Employment }>) {
    this.change({ employment: event.currentTarget.dataset.key })
  },
  onLargeText(event: Told<{ value: boolean }>) {
    this.change({ largeText: event.detail.value })
    chooseLargeText(event.detail.value)
    enter(this)
  },
  onAgree(event: Told<{ checked: boolean }>) {
    this.setData({ agreed: event.detail.checked, problem: undefined })
  },
  onRead(event: Tapped<{ purpose: string }>) {
    void wx.navigateTo({ url: `/pages/agreement/agreement?purpose=${event.currentTarget.dataset.purpose}` })
  },
  onSubmit() {
    const { draft, phone, agreed } = this.data
    const problem = problemOf(draft, phone, agreed, Date.now())
    if (problem || !phone) return this.setData({ problem })
    return once(this, async () => {
      const registered = await attempt(() => accounts.register(toRegistration(draft, phone)))
      if (!registered.ok) return this.refused(registered.failure)
      wx.removeStorageSync(DRAFT)
      if (this.next) void wx.redirectTo({ url: this.next })
      else leave()
    })
  },
  refused(failure: Failure) {
    if (failure.code === 'PHONE_FAILED')
      return this.setData({ phone: undefined, problem: { field: 'phone', text: failure.sentence } })
    if (failure.code === 'INVALID_INPUT' && failure.detail.field === 'name')
      return this.setData({ problem: { field: 'name', text: '请填写真实姓名，2至20个字。' } })
    say(failure)
  },
  onDecline: leave,
})
