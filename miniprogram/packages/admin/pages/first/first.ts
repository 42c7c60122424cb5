import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { enter, frame, leave, once, type Told } from '../../../../services/page'

/** For whoever sets the system up: one of its two one-time codes makes them administrator. */
Page({
  data: { ...frame, busy: false, code: '', problem: '', done: false },

  onShow() {
    enter(this)
  },
  onCode(event: Told<{ value: string }>) {
    this.setData({ code: event.detail.value.trim().toUpperCase(), problem: '' })
  },
  onUse() {
    return once(this, async () => {
      const used = await attempt(() => accounts.firstAdmin({ code: this.data.code }))
      if (used.ok) return this.setData({ done: true })
      const wrong = used.failure.code === 'NO_PERMISSION'
      this.setData({ problem: wrong ? '启用码不对，或已经用过。' : used.failure.sentence })
    })
  },
  onRegister() {
    void wx.navigateTo({ url: '/pages/register/register' })
  },
  onLeave: leave,
})
