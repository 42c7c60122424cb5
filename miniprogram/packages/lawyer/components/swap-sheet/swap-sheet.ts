import type { RotaSlot, RotaView } from '../../../../../typings/api/legal'
import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { colleagueOptions, slotOptions, swapProblem, swapSentences, type SlotOption } from './swap-options'

/** Slots of a day offered to a colleague; events `saved`, and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** 9月24日（周四） */
    day: String,
    /** `RotaSlot[]` that may be swapped. */
    slots: Array,
    /** `RotaView['colleagues']` */
    colleagues: Array,
  },
  data: {
    options: [] as SlotOption[],
    people: [] as ReturnType<typeof colleagueOptions>,
    chosen: [] as string[],
    to: '',
    problem: '',
    busy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const colleagues = this.data.colleagues as RotaView['colleagues']
      this.setData({ people: colleagueOptions({ colleagues }), to: '' })
      this.choose([])
    },
  },
  methods: {
    choose(chosen: string[]) {
      const slots = this.data.slots as RotaSlot[]
      this.setData({ chosen, options: slotOptions(slots, chosen), problem: '' })
    },
    onSlot(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const { chosen } = this.data
      this.choose(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
    },
    onPerson(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ to: event.currentTarget.dataset.id, problem: '' })
    },
    async onPropose() {
      const { chosen: slotIds, to: toLawyerId, busy } = this.data
      const problem = swapProblem(slotIds, toLawyerId)
      if (problem || busy) return this.setData({ problem })
      this.setData({ busy: true })
      const asked = await attempt(() => legal.swapPropose({ slotIds, toLawyerId }))
      this.setData({ busy: false })
      if (!asked.ok) {
        const { code, sentence } = asked.failure
        return this.setData({ problem: swapSentences[code] ?? sentence })
      }
      void wx.showToast({ title: '已请对方答复', icon: 'none' })
      this.triggerEvent('saved')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
