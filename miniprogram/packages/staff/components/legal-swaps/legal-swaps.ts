import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { attempt, say } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { leave, once, type Tapped, type Told } from '../../../../services/page'
import { swapCard, type SwapCard } from './swap-card'

type View = { kind: 'loading' } | { kind: 'ready'; cards: SwapCard[] } | FailedView

const SENTENCES: Partial<Record<string, string>> = {
  CONFLICT_LAWYER: '其中有预约，接替的律师不便承接。请退回，由双方另换时段。',
  TIME_CLASH: '接替的律师在这个时段已有安排，请退回。',
  SLOT_CLOSED: '其中有预约即将开始，来不及换班了。',
}

/** Swaps that go on; staff approve or refuse. `turn` counts up when they shall be read anew. */
Component({
  properties: { turn: Number },
  data: {
    view: { kind: 'loading' } as View,
    busy: false,
    asking: '' as '' | 'agree' | 'refuse',
    chosen: undefined as SwapCard | undefined,
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
      const read = await attempt(() => legal.swapList({}))
      if (!read.ok) return this.setData({ view: failedView(read.failure, '换班没有受影响。') })
      this.setData({ view: { kind: 'ready', cards: read.value.swaps.map(swapCard) } })
    },
    onRetry() {
      this.setData({ view: { kind: 'loading' } })
      void this.load()
    },
    onAsk(event: Tapped<{ id: string; what: 'agree' | 'refuse' }>) {
      const { view } = this.data
      const { id, what } = event.currentTarget.dataset
      const chosen = view.kind === 'ready' ? view.cards.find(({ swapId }) => swapId === id) : undefined
      if (chosen) this.setData({ chosen, asking: what })
    },
    onAskClose() {
      this.setData({ asking: '' })
    },
    onAgree() {
      this.decide(true)
    },
    onRefuse(event: Told<{ reason: string }>) {
      this.decide(false, event.detail.reason)
    },
    decide(agree: boolean, reason?: string) {
      const { chosen } = this.data
      if (!chosen) return
      const { swapId } = chosen
      void once(this, async () => {
        const input = { swapId, agree, ...(reason !== undefined && { reason }) }
        const decided = await attempt(() => legal.swapApprove(input))
        this.setData({ asking: '' })
        if (decided.ok) void wx.showToast({ title: agree ? '已批准换班' : '已退回', icon: 'none' })
        else {
          const { failure } = decided
          say({ ...failure, sentence: SENTENCES[failure.code] ?? failure.sentence })
        }
        await this.load()
      })
    },
    onLeave: leave,
  },
})
