import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'

export interface OrgOption {
  orgId: string
  name: string
}

/** Which organisation holds the activity: the caller's own first, then those below; events `choose` and `close`. */
Component({
  properties: {
    visible: Boolean,
    /** `{ orgId, name }[]`: where the caller may edit. */
    own: Array,
    value: String,
  },
  data: { options: [] as OrgOption[], note: '' },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      this.setData({ options: this.data.own as OrgOption[] })
      void this.search('')
    },
  },
  methods: {
    async search(q: string) {
      const own = this.data.own as OrgOption[]
      const read = await attempt(() =>
        q
          ? accounts.orgTree({ q }).then(({ orgs }) => orgs)
          : Promise.all(own.map(({ orgId }) => accounts.orgTree({ parentId: orgId }))).then(answers =>
              answers.flatMap(({ orgs }) => orgs),
            ),
      )
      if (!read.ok) return this.setData({ options: own, note: read.failure.sentence })
      const below = read.value.filter(
        ({ path, open }) => open && own.some(({ orgId }) => path.includes(`/${orgId}/`)),
      )
      const options = [...(q ? [] : own), ...below.map(({ orgId, name }) => ({ orgId, name }))]
      const known = new Map(options.map(option => [option.orgId, option]))
      this.setData({ options: [...known.values()], note: known.size === 0 ? '您的管理范围内没有找到。' : '' })
    },
    onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      void this.search(event.detail.value.trim())
    },
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('choose', this.data.options[event.currentTarget.dataset.index])
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
