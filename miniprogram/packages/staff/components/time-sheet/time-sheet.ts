import type { ActivityDraft, DraftSession } from '../../../../../typings/documents'
import { orderProblems } from '../../draft/draft-problems'
import { timeRows, withMoment, type Moment, type TimeRow } from './times'

type Picked = WechatMiniprogram.CustomEvent<{ value: string }, object, { key: Moment; part: 'date' | 'time' }>

/** When a session of a form (kind, mode) is and when one may sign up; events `change` with the session, and `close`. */
Component({
  properties: { visible: Boolean, session: Object, form: Object },
  data: { rows: [] as TimeRow[], problem: '' },
  observers: {
    'session, form'(session: DraftSession | null, form: Pick<ActivityDraft, 'kind' | 'mode'> | null) {
      if (!session || !form) return
      const [problem] = orderProblems(form, session)
      this.setData({ rows: timeRows(session, form.mode !== 'OPEN'), problem: problem?.text ?? '' })
    },
  },
  methods: {
    onPick(event: Picked) {
      const { key, part } = event.currentTarget.dataset
      const session = this.data.session as DraftSession
      this.triggerEvent('change', { session: withMoment(session, key, { [part]: event.detail.value }) })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
