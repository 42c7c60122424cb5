import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { once, type Tapped, type Told } from '../../../../services/page'
import type { RollcallPage } from './rollcall-page'

/** What is done with one row of the list, and with those that wait for a decision. */
export const rowTaps = {
  onRow(this: RollcallPage, event: Tapped<{ rid: string }>) {
    const { rid } = event.currentTarget.dataset
    const row = this.rows.find(one => one.rid === rid)
    if (!row || row.state === 'OFFERED') return
    const { view } = this.data
    const shown = view.kind === 'ready' ? view.rows.find(one => one.rid === rid) : undefined
    this.setData({
      sheet: 'row',
      row: shown ?? this.data.found.find(one => one.rid === rid),
      reason: '',
      may: {
        checkIn: row.state === 'HELD' || row.state === 'NO_SHOW',
        undo: row.state === 'ATTENDED',
        decide: row.state === 'PENDING',
        waive: row.state === 'NO_SHOW' && row.points > 0,
      },
    })
  },
  onReason(this: RollcallPage, event: Tapped<{ reason: string }>) {
    this.setData({ reason: event.currentTarget.dataset.reason })
  },
  onReasonText(this: RollcallPage, event: Told<{ value: string }>) {
    this.setData({ reason: event.detail.value })
  },
  onManual(this: RollcallPage) {
    const { row, reason } = this.data
    if (row) void this.check({ rid: row.rid, reason: reason.trim() })
  },
  onUndo(this: RollcallPage) {
    const { row, reason } = this.data
    if (!row) return
    void change(this, () =>
      activities.checkInUndo({ sessionId: this.sessionId, rid: row.rid, reason: reason.trim() }),
    )
  },
  onWaive(this: RollcallPage) {
    const { row, reason } = this.data
    if (!row) return
    void change(this, () =>
      activities.waiveStrike({ sessionId: this.sessionId, rid: row.rid, reason: reason.trim() }),
    )
  },
  onDecide(this: RollcallPage, event: Tapped<{ accept: boolean }>) {
    const { row } = this.data
    if (!row) return
    const { accept } = event.currentTarget.dataset
    void change(this, () =>
      activities.pendingDecide({ sessionId: this.sessionId, items: [{ rid: row.rid, accept }] }),
    )
  },
  onAcceptAll(this: RollcallPage) {
    const items = this.rows
      .filter(({ state }) => state === 'PENDING')
      .map(({ rid }) => ({ rid, accept: true }))
    void change(this, () => activities.pendingDecide({ sessionId: this.sessionId, items }))
  },
}

/** A decision about a row: needs the network, then the list is read anew. */
function change(page: RollcallPage, work: () => Promise<unknown>): Promise<void> {
  return once(page, async () => {
    const done = await attempt(work)
    if (!done.ok) return say(done.failure)
    page.setData({ sheet: '' })
    page.banner = undefined
    await page.load()
  })
}
