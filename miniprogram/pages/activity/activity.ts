import type { ActivityCard } from '../../../typings/api/activity'
import type { ActivityKind } from '../../../typings/documents'
import { failedView } from '../../components/failure-card/failed'
import { boot } from '../../services/account'
import { activities, placeChanges } from '../../services/activity'
import { attempt } from '../../services/attempt'
import { serverNow } from '../../services/clock'
import { enterTab, frame, type Tapped, type Told } from '../../services/page'
import { paged, readFirst, readMore } from '../../services/paged'
import { reading } from '../../services/reading'
import { listView, type ListView } from './activity.view'
import { copyKey, kindChips, periods, toFilter, unfiltered, type Chosen, type Option } from './filter'

const anyStreet: Option = { key: '', label: '全部街道' }

const idOf = ({ activityId }: ActivityCard): string => activityId

Page({
  ...reading,
  data: {
    ...frame,
    view: { kind: 'loading' } as ListView,
    kinds: kindChips,
    periods,
    streets: [anyStreet],
    chosen: unfiltered,
    /** Which sheet is open. */
    sheet: '',
    periodLabel: '时间',
    streetLabel: '街道',
  },
  list: paged<ActivityCard>(),
  seenChanges: 0,

  onLoad() {
    this.follow()
    void this.load()
    void this.loadStreets()
  },
  onShow() {
    enterTab(this, 'activity')
    if (placeChanges() !== this.seenChanges) void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },
  onShareAppMessage: () => ({ title: '工会活动，两步报上名', path: '/pages/activity/activity' }),

  async loadStreets() {
    const read = await attempt(boot)
    if (!read.ok) return
    const streets = read.value.value.streets.map(({ orgId, name }) => ({ key: orgId, label: name }))
    this.setData({ streets: [anyStreet, ...streets] })
  },
  async load() {
    const { chosen } = this.data
    this.seenChanges = placeChanges()
    const read = await readFirst(this.list, copyKey(chosen), () =>
      activities.list(toFilter(chosen, serverNow())),
    )
    if (!read) return
    if (!read.ok) return this.setData({ view: failedView(read.failure, '您的报名没有受影响。') })
    this.setData({ view: listView(read.value, chosen) })
  },
  async loadMore() {
    const { chosen, view } = this.data
    if (view.kind !== 'ready') return
    const read = (cursor: string) => activities.list({ ...toFilter(chosen, serverNow()), cursor })
    if (await readMore(this.list, idOf, read)) this.setData({ view: listView(this.list, chosen) })
  },
  choose(change: Partial<Chosen>) {
    const chosen = { ...this.data.chosen, ...change }
    const labelOf = (options: Option[], key: string, otherwise: string) =>
      (key && options.find(option => option.key === key)?.label) || otherwise
    this.setData({
      chosen,
      sheet: '',
      view: { kind: 'loading' } as ListView,
      periodLabel: labelOf(periods, chosen.period, '时间'),
      streetLabel: labelOf(this.data.streets, chosen.street, '街道'),
    })
    void this.load()
  },
  onKind(event: Told<{ key: ActivityKind | '' }>) {
    this.choose({ kind: event.detail.key })
  },
  onPeriod(event: Told<{ key: string }>) {
    this.choose({ period: event.detail.key })
  },
  onStreet(event: Told<{ key: string }>) {
    this.choose({ street: event.detail.key })
  },
  onHasPlace(event: Told<{ checked: boolean }>) {
    this.choose({ hasPlace: event.detail.checked })
  },
  onOpenSheet(event: Tapped<{ sheet: 'period' | 'street' }>) {
    this.setData({ sheet: event.currentTarget.dataset.sheet })
  },
  onCloseSheet() {
    this.setData({ sheet: '' })
  },
  onEmpty() {
    if (this.data.view.kind === 'empty' && this.data.view.action === '查看全部活动') this.choose(unfiltered)
    else void wx.switchTab({ url: '/pages/service/service' })
  },
  onActivity(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    void wx.navigateTo({ url: `/packages/activities/pages/detail/detail?id=${id}` })
  },
})
