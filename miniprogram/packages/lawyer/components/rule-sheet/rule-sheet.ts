import type { RotaView, RuleSaved } from '../../../../../typings/api/legal'
import type { LegalMode } from '../../../../../typings/documents'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import type { Failure } from '../../../../services/failure'
import { legal } from '../../../../services/legal'
import { localDate } from '../../../../shared/time'
import { plusDays } from '../../../../shared/local-days'
import {
  changeWords,
  newRule,
  overlapWords,
  ruleFormView,
  ruleProblem,
  toggled,
  type RuleForm,
} from './rule-form'

type Chosen<K> = WechatMiniprogram.TouchEvent<object, object, { key: K }>

const STALE = '排班刚在别处改过，已换成最新的，请再看一次变化。'
const empty = newRule([], '')

/**
 * A weekly rule: written, then what it would change, then saved. Events `saved`, `stale` when the rota that is shown is
 * old, and `close`.
 */
Component({
  properties: {
    visible: Boolean,
    /** `RotaView` */
    rota: Object,
    /** The rule that is changed; '' for a new one. */
    ruleId: String,
  },
  data: {
    form: empty,
    view: ruleFormView(empty, []),
    problem: '',
    /** What saving would do; empty until it was asked. */
    changes: [] as string[],
    removing: false,
    /** What is seldom changed is unfolded. */
    more: false,
    busy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { rules, modes } = this.rota()
      const known = rules.find(({ id }) => id === this.data.ruleId)
      this.setData({ removing: false, more: false })
      this.show(known ?? newRule(modes, localDate(serverNow())))
    },
  },
  methods: {
    rota(): RotaView {
      return this.data.rota as RotaView
    },
    show(form: RuleForm) {
      this.setData({ form, view: ruleFormView(form, this.rota().modes), problem: '', changes: [] })
    },
    change(change: Partial<RuleForm>) {
      if (this.data.busy) return
      this.setData({ removing: false })
      this.show({ ...this.data.form, ...change })
    },
    onWeekday(event: Chosen<number>) {
      this.change({ weekdays: toggled(this.data.form.weekdays, event.currentTarget.dataset.key).sort() })
    },
    onMode(event: Chosen<LegalMode>) {
      const wanted = toggled(this.data.form.modes, event.currentTarget.dataset.key)
      this.change({ modes: this.rota().modes.filter(mode => wanted.includes(mode)) })
    },
    onChip(event: WechatMiniprogram.TouchEvent<object, object, { field: keyof RuleForm; key: never }>) {
      const { field, key } = event.currentTarget.dataset
      this.change({ [field]: key })
    },
    onPick(
      event: WechatMiniprogram.PickerChange<object, { field: 'from' | 'to' | 'anchorDate' | 'untilDate' }>,
    ) {
      this.change({ [event.currentTarget.dataset.field]: String(event.detail.value) })
    },
    onUntil(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      this.change({ untilDate: event.detail.value ? plusDays(this.data.form.anchorDate, 182) : null })
    },
    onMore() {
      this.setData({ more: true })
    },
    onBack() {
      this.setData({ changes: [], problem: '', removing: false })
    },
    onPreview() {
      void this.run(true)
    },
    onSave() {
      void this.run(false)
    },
    onRemove() {
      this.setData({ removing: true })
      void this.run(true)
    },
    async run(preview: boolean) {
      const { form, removing: remove, busy } = this.data
      const problem = remove ? '' : ruleProblem(form)
      if (problem || busy) return this.setData({ problem })
      this.setData({ busy: true, problem: '' })
      const { rev } = this.rota()
      const done = await attempt(() =>
        legal.ruleSave({ rev, preview, rule: form, ...(remove && { remove }) }),
      )
      this.setData({ busy: false })
      if (!done.ok) return this.refused(done.failure)
      if (preview) return this.setData({ changes: changeWords(done.value) })
      this.saved(done.value, remove)
    },
    saved(answer: RuleSaved, removed: boolean) {
      void wx.showToast({ title: removed ? '规则已删除' : '排班已保存', icon: 'none' })
      this.triggerEvent('saved', { rev: answer.rev })
    },
    refused({ code, sentence }: Failure) {
      if (code === 'STALE_REV' || code === 'NOT_FOUND') this.triggerEvent('stale')
      const problem =
        code === 'RULE_OVERLAP'
          ? overlapWords(this.data.form, this.rota().rules)
          : code === 'STALE_REV'
            ? STALE
            : sentence
      this.setData({ problem, changes: [], removing: false })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
