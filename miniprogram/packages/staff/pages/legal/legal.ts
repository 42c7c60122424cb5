import { onNetwork } from '../../../../services/network'
import { enter, frame, type Told } from '../../../../services/page'

type Tab = 'TODO' | 'CASES' | 'ROTA' | 'SWAPS' | 'MENU' | 'LAWYERS'

const tabs: { key: Tab; label: string }[] = [
  { key: 'TODO', label: '待协调' },
  { key: 'CASES', label: '预约' },
  { key: 'ROTA', label: '排班' },
  { key: 'SWAPS', label: '换班' },
  { key: 'MENU', label: '菜单' },
  { key: 'LAWYERS', label: '律师' },
]
const spans: { key: 'COMING' | 'PAST'; label: string }[] = [
  { key: 'COMING', label: '未结束' },
  { key: 'PAST', label: '已结束' },
]

/** What staff see to in legal help. Each tab reads for itself, anew whenever `turn` counts up. */
Page({
  data: { ...frame, tabs, tab: 'TODO' as Tab, spans, span: 'COMING', turn: 0 },
  shown: false,
  stopListening: (): void => undefined,

  onLoad() {
    this.stopListening = onNetwork(() => this.again())
  },
  onUnload() {
    this.stopListening()
  },
  onShow() {
    enter(this)
    // the first time the tab reads when it is made
    if (this.shown) this.again()
    this.shown = true
  },
  again() {
    this.setData({ turn: this.data.turn + 1 })
  },
  onPullDownRefresh() {
    this.again()
    void wx.stopPullDownRefresh()
  },
  onTab(event: Told<{ key: Tab }>) {
    this.setData({ tab: event.detail.key, turn: 0 })
  },
  onSpan(event: Told<{ key: string }>) {
    this.setData({ span: event.detail.key, turn: 0 })
  },
})
