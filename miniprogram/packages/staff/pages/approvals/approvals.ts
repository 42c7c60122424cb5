import type { ApprovalItem, OwnApproval } from '../../../../../typings/api/insight'
import { failedView } from '../../../../components/failure-card/failed'
import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import type { Failure } from '../../../../services/failure'
import { insights } from '../../../../services/insight'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { paged, readMore } from '../../../../services/paged'
import { reading } from '../../../../services/reading'
import { approvalsView, type ApprovalsView, type WaitingCard } from './approvals.view'

const EDIT = '/packages/staff/pages/activity-edit/activity-edit'
/** What is shown has changed meanwhile. */
const STALE: readonly Failure['code'][] = ['STATE_CHANGED', 'APPROVAL_STALE', 'NOT_FOUND']

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as ApprovalsView,
    /** What is asked about: to agree, or why it goes back. */
    asking: '' as '' | 'agree' | 'return',
    card: undefined as WaitingCard | undefined,
  },
  waiting: paged<ApprovalItem>(),
  mine: [] as OwnApproval[],
  openId: undefined as string | undefined,

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await attempt(() => insights.approvals({}))
    if (!read.ok) return this.setData({ view: failedView(read.failure, '审批没有受影响。') })
    const { mine, ...page } = read.value
    this.waiting = { ...paged<ApprovalItem>(), ...page }
    this.mine = mine
    if (!page.items.some(({ approvalId }) => approvalId === this.openId)) this.openId = undefined
    this.show()
  },
  show() {
    const { items: waiting, next } = this.waiting
    const read = { waiting, more: next !== undefined, mine: this.mine }
    this.setData({ view: approvalsView(read, this.openId) })
  },
  async onMore() {
    const { waiting } = this
    const grown = await readMore(
      waiting,
      ({ approvalId }) => approvalId,
      cursor => insights.approvals({ cursor }),
    )
    if (grown && waiting === this.waiting) this.show()
  },
  onOpen(event: Tapped<{ id: string }>) {
    this.openId = event.currentTarget.dataset.id
    this.show()
  },
  onAsk(event: Tapped<{ id: string; what: 'agree' | 'return' }>) {
    const { id, what } = event.currentTarget.dataset
    const { view } = this.data
    const card = view.kind === 'ready' ? view.waiting.find(one => one.approvalId === id) : undefined
    if (card) this.setData({ asking: what, card })
  },
  onAskClose() {
    this.setData({ asking: '' })
  },
  onAgree() {
    this.setData({ asking: '' })
    return this.decide(true)
  },
  onReturn(event: Told<{ reason: string }>) {
    return this.decide(false, event.detail.reason)
  },
  decide(agree: boolean, reason?: string) {
    const { card } = this.data
    if (!card) return
    const { approvalId } = card
    return once(this, async () => {
      const decided = await attempt(() =>
        activities.decide({ approvalId, agree, ...(reason !== undefined && { reason }) }),
      )
      if (!decided.ok) {
        if (STALE.includes(decided.failure.code)) {
          this.setData({ asking: '' })
          await this.load()
        }
        return say(decided.failure)
      }
      this.setData({ asking: '' })
      await this.load()
      void wx.showToast({ title: agree ? '已同意' : '已退回', icon: 'none' })
    })
  },
  onMine(event: Tapped<{ id: string }>) {
    void wx.navigateTo({ url: `${EDIT}?id=${event.currentTarget.dataset.id}` })
  },
})
