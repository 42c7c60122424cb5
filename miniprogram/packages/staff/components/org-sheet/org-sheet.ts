import type { OrgFilter } from '../../../../../typings/api/account'
import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { readBelow, type OrgOption } from './org-pages'

/** Which organisation holds the activity: the caller's own first, then those below; events `choose` and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** `{ orgId, name }[]`: where the caller may edit. */
    own: Array,
    value: String,
  },
  data: {
    options: [] as OrgOption[],
    note: '',
    q: '',
    /** What is read when the end of the list is reached. */
    left: [] as OrgFilter[],
  },
  observers: {
    visible(visible: boolean) {
      if (visible) void this.search('')
    },
  },
  methods: {
    search(q: string) {
      const own = this.data.own as OrgOption[]
      const left = q ? [{ q }] : own.map(({ orgId }) => ({ parentId: orgId }))
      this.setData({ q, left, options: q ? [] : own, note: '' })
      return this.more()
    },
    async more() {
      const { left: asks, q } = this.data
      // what is being read is not asked for twice
      this.setData({ left: [] })
      const own = this.data.own as OrgOption[]
      const read = await attempt(() => readBelow(own, asks, filter => accounts.orgTree(filter)))
      // an answer that comes after something else was searched
      if (this.data.q !== q) return
      if (!read.ok) return this.setData({ left: asks, note: read.failure.sentence })
      const { options, left } = read.value
      const known = new Map([...this.data.options, ...options].map(option => [option.orgId, option]))
      this.setData({
        options: [...known.values()],
        left,
        note: known.size === 0 ? '您的管理范围内没有找到。' : '',
      })
    },
    onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      void this.search(event.detail.value.trim())
    },
    onBottom() {
      if (this.data.left.length > 0) void this.more()
    },
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('choose', this.data.options[event.currentTarget.dataset.index])
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
