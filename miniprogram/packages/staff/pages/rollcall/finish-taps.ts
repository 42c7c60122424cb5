import { activities } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { once } from '../../../../services/page'
import type { RollcallPage } from './rollcall-page'

/** Ending the roll cannot be taken back: it is asked about first. */
export const finishTaps = {
  onFinish(this: RollcallPage) {
    this.setData({ sheet: '', finishOpen: true })
  },
  onFinishClose(this: RollcallPage) {
    this.setData({ finishOpen: false })
  },
  onFinishConfirm(this: RollcallPage) {
    this.setData({ finishOpen: false })
    return once(this, async () => {
      const done = await attempt(() => activities.finish({ sessionId: this.sessionId }))
      if (!done.ok) return say(done.failure)
      const { attended, noShow } = done.value
      this.banner = { tone: 'green', title: '已结束签到', line: `到场 ${attended} 人，未到场 ${noShow} 人` }
      await this.load()
    })
  },
}
