import type { ManagedActivity, ManagedSession, ManageState } from '../../../../../typings/api/activity'
import { failedView } from '../../../../components/failure-card/failed'
import { boot } from '../../../../services/account'
import { activities, placeChanges } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { enter, frame, type Tapped, type Told } from '../../../../services/page'
import { paged, readFirst, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { actionsOf, type Action, type ActionKey } from './actions'
import type { Ending, Sheet } from './activities-page'
import { listView, stateChips, type ListView } from './activities.view'
import { capacityTaps } from './capacity-taps'
import { endingTaps } from './ending-taps'
import { newPage, pageOf } from './page-of'

const WHOLE = { key: '', label: '整个活动' }

Page({
  ...reading,
  ...capacityTaps,
  ...endingTaps,
  data: {
    ...frame,
    busy: false,
    mayNew: false,
    mayFull: false,
    chips: stateChips,
    state: '' as ManageState | '',
    view: { kind: 'loading' } as ListView,
    sheet: '' as Sheet,
    title: '',
    actions: [] as Action[],
    /** What the sheet of sessions is for. */
    asked: '' as ActionKey | '',
    askedLabel: '',
    choices: [] as { key: string; label: string }[],
    sessionId: '',
    when: '',
    note: '',
    sessions: [] as ManagedSession[],
    /** What is about to be ended, and asked about once more. */
    ending: '' as Ending,
  },
  list: paged<ManagedActivity>(),
  chosen: undefined as ManagedActivity | undefined,
  reason: '',
  seenChanges: 0,

  onLoad(query: { state?: ManageState }) {
    if (query.state) this.setData({ state: query.state })
    this.follow()
    void this.load()
  },
  onShow() {
    enter(this)
    if (placeChanges() !== this.seenChanges) void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },
  async load() {
    const { state } = this.data
    this.seenChanges = placeChanges()
    const read = await readFirst(this.list, `manage:${state}`, () =>
      activities.manageList(state ? { state } : {}),
    )
    if (!read) return
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.show()
    const who = await attempt(boot)
    if (!who.ok) return
    const { roles } = who.value.value
    this.setData({
      mayNew: roles.some(({ caps }) => caps.includes('EDIT')),
      mayFull: roles.some(({ caps }) => caps.includes('REPORT')),
    })
  },
  async loadMore() {
    const { state } = this.data
    const more = await readMore(
      this.list,
      one => one.activityId,
      cursor => activities.manageList({ ...(state && { state }), cursor }),
    )
    if (more) this.show()
  },
  show() {
    this.setData({ view: listView({ ...this.list, state: this.data.state, now: serverNow() }) })
  },
  onState(event: Told<{ key: ManageState | '' }>) {
    this.setData({ state: event.detail.key, view: { kind: 'loading' } })
    void this.load()
  },
  onNew() {
    void wx.navigateTo({ url: newPage })
  },
  onOpen(event: Tapped<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    const chosen = this.list.items.find(one => one.activityId === id)
    if (!chosen) return
    this.chosen = chosen
    this.setData({ title: chosen.title, actions: actionsOf(chosen, serverNow()), sheet: 'actions' })
  },
  onClose() {
    this.setData({ sheet: '' })
  },
  onAction(event: Tapped<{ key: ActionKey }>) {
    const action = this.data.actions.find(({ key }) => key === event.currentTarget.dataset.key)
    if (!action || !this.chosen) return
    const { key, label, sessions } = action
    const many = sessions.length > 1 && key !== 'capacity'
    if (!many) return this.act(key, sessions[0]?.sessionId ?? '')
    const choices = sessions.map(({ sessionId, label: when }) => ({ key: sessionId, label: when }))
    this.setData({
      asked: key,
      askedLabel: label,
      choices: key === 'callOff' ? [WHOLE, ...choices] : choices,
      sheet: 'session',
    })
  },
  onSession(event: Told<{ key: string }>) {
    if (this.data.asked) this.act(this.data.asked, event.detail.key)
  },
  /** `sessionId` is '' where the whole activity is meant. */
  act(key: ActionKey, sessionId: string) {
    const { chosen } = this
    if (!chosen) return
    const url = pageOf(key, chosen.activityId, sessionId)
    if (url) {
      this.setData({ sheet: '' })
      return void wx.navigateTo({ url })
    }
    const session = this.data.actions
      .find(one => one.key === key)
      ?.sessions.find(one => one.sessionId === sessionId)
    this.setData({ sessionId, when: session?.label ?? '' })
    if (key === 'export') this.setData({ sheet: 'export' })
    if (key === 'capacity') void this.openCapacity()
    if (key === 'finish') this.setData({ sheet: '', ending: 'finish' })
    if (key === 'callOff') this.openCallOff(chosen, sessionId)
    if (key === 'discard') this.openDiscard(chosen)
  },
})
