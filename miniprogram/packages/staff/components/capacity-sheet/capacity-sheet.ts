import type { ManagedSession } from '../../../../../typings/api/activity'
import { activities } from '../../../../services/activity'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { roomWords, roomsOf, type Room } from './rooms'

const SENTENCES: Partial<Record<string, string>> = {
  CAPACITY_BELOW_TAKEN: '刚有人报名，空余的不够减。请看新的人数再定。',
  STALE_REV: '同事刚改过名额，已换成最新的，请再定一次。',
}

/** Places of a published activity; does the change itself. Events `changed`, when the numbers shown may be old, and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** `ManagedSession[]` */
    sessions: Array,
  },
  data: { rooms: [] as Room[], chosen: 0, capacity: 0, words: '', problem: '', busy: false },
  observers: {
    'visible, sessions'(visible: boolean, sessions: ManagedSession[]) {
      if (!visible) return
      const rooms = roomsOf(sessions, serverNow())
      this.setData({ rooms })
      this.choose(Math.min(this.data.chosen, Math.max(0, rooms.length - 1)))
    },
  },
  methods: {
    choose(chosen: number) {
      const room = this.data.rooms[chosen]
      if (room) this.setData({ chosen, capacity: room.capacity, words: roomWords(room, room.capacity) })
    },
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.setData({ problem: '' })
      this.choose(event.currentTarget.dataset.index)
    },
    onCapacity(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      const room = this.data.rooms[this.data.chosen]
      const capacity = event.detail.value
      if (room) this.setData({ capacity, words: roomWords(room, capacity), problem: '' })
    },
    async onDone() {
      const { rooms, chosen, capacity, busy } = this.data
      const room = rooms[chosen]
      if (!room || busy) return
      if (capacity === room.capacity) return this.onClose()
      this.setData({ busy: true })
      const { sessionId, segment, rev } = room
      const done = await attempt(() => activities.setCapacity({ sessionId, segment, capacity, rev }))
      this.setData({
        busy: false,
        problem: done.ok ? '' : (SENTENCES[done.failure.code] ?? done.failure.sentence),
      })
      this.triggerEvent('changed')
      if (!done.ok) return
      void wx.showToast({ title: `名额已改为 ${capacity}`, icon: 'none' })
      this.onClose()
    },
    onClose() {
      this.setData({ problem: '' })
      this.triggerEvent('close')
    },
  },
})
