import type { ManagedActivity } from '../../../../../typings/api/activity'
import { activities, placesChanged } from '../../../../services/activity'
import { attempt, say } from '../../../../services/attempt'
import { forgetWriting } from '../../../../services/draft'
import { once, type Told } from '../../../../services/page'
import { callOffWords, discardWords } from './actions'
import type { ActivitiesPage } from './activities-page'

const toast = (title: string, duration = 1500) => void wx.showToast({ title, icon: 'none', duration })

/** What cannot be taken back is asked about first. */
export const endingTaps = {
  openCallOff(this: ActivitiesPage, chosen: ManagedActivity, sessionId: string) {
    const only = chosen.sessions.length === 1
    const whole = sessionId === '' || only
    this.setData({ sessionId: whole ? '' : sessionId, note: callOffWords(chosen, whole), sheet: 'reason' })
  },
  openDiscard(this: ActivitiesPage, chosen: ManagedActivity) {
    this.setData({ note: discardWords(chosen), sheet: '', ending: 'discard' })
  },
  onReason(this: ActivitiesPage, event: Told<{ reason: string }>) {
    this.reason = event.detail.reason
    this.setData({ sheet: '', ending: 'callOff' })
  },
  onEndingClose(this: ActivitiesPage) {
    this.setData({ ending: '' })
  },
  onCallOff(this: ActivitiesPage) {
    const activityId = this.chosen?.activityId
    if (!activityId) return
    this.setData({ ending: '' })
    return once(this, async () => {
      const { sessionId } = this.data
      const input = { activityId, ...(sessionId && { sessionId }), reason: this.reason }
      const done = await attempt(() => activities.callOff(input))
      if (!done.ok) return say(done.failure)
      const { affected } = done.value
      toast(affected > 0 ? `已取消，正在通知 ${affected} 人` : '已取消')
      placesChanged()
      await this.load()
    })
  },
  onDiscard(this: ActivitiesPage) {
    const activityId = this.chosen?.activityId
    if (!activityId) return
    this.setData({ ending: '' })
    return once(this, async () => {
      // without a reason nothing that was published meanwhile is called off
      const done = await attempt(() => activities.callOff({ activityId, reason: '' }))
      if (!done.ok) return say(done.failure)
      forgetWriting(activityId)
      toast('草稿已删除')
      await this.load()
    })
  },
  onFinish(this: ActivitiesPage) {
    this.setData({ ending: '' })
    return once(this, async () => {
      const done = await attempt(() => activities.finish({ sessionId: this.data.sessionId }))
      if (!done.ok) return say(done.failure)
      const { attended, noShow } = done.value
      toast(`到场 ${attended} 人，未到场 ${noShow} 人`, 3000)
      await this.load()
    })
  },
}
