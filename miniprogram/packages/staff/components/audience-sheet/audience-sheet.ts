import type { ActivityDraft, Employment } from '../../../../../typings/documents'
import { employmentLabels } from '../../../../shared/labels'
import { audienceWords } from '../../draft/words'

type Audience = ActivityDraft['audience']
type Tapped<T extends object> = WechatMiniprogram.TouchEvent<object, object, T>

const all = Object.entries(employmentLabels).map(([key, label]) => ({ key: key as Employment, label }))

/** Who an activity is for; events `change` with the audience, and `close`. */
Component({
  properties: { visible: Boolean, audience: Object },
  data: { choices: [] as ((typeof all)[number] & { chosen: boolean })[], memberOnly: false, words: '' },
  observers: {
    audience(audience: Audience | null) {
      if (!audience) return
      this.setData({
        choices: all.map(one => ({ ...one, chosen: audience.employments.includes(one.key) })),
        memberOnly: audience.memberOnly,
        words: audienceWords(audience),
      })
    },
  },
  methods: {
    onMembers(event: Tapped<{ only: boolean }>) {
      const { employments } = this.data.audience as Audience
      this.triggerEvent('change', { audience: { employments, memberOnly: event.currentTarget.dataset.only } })
    },
    onEmployment(event: Tapped<{ key: Employment }>) {
      const { key } = event.currentTarget.dataset
      const { employments, memberOnly } = this.data.audience as Audience
      const changed = employments.includes(key)
        ? employments.filter(other => other !== key)
        : [...employments, key]
      this.triggerEvent('change', { audience: { employments: changed, memberOnly } })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
