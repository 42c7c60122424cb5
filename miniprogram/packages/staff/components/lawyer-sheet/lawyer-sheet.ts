import type { LegalService } from '../../../../../typings/api/legal'
import type { LegalMode } from '../../../../../typings/documents'
import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { once, type Tapped, type Told } from '../../../../services/page'
import { toLawyer, type LawyerForm } from '../legal-lawyers/lawyer-form'
import { modeChoices, toggled, type Choice } from '../legal-menu/service-form'

/**
 * The profile of a lawyer, to be written; saves it. Events `form` with what was written so far, `site` to write the place,
 * `saved`, `stale` when somebody else was faster, and `close`.
 */
Component({
  properties: {
    visible: Boolean,
    /** A `LawyerForm`. */ form: Object,
    /** `LegalService[]` */ services: Array,
  },
  data: {
    own: {} as Partial<LawyerForm>,
    modes: [] as Choice[],
    lines: [] as Choice[],
    problem: '',
    busy: false,
  },
  observers: {
    form(form: LawyerForm | null) {
      if (form) this.put(form)
    },
  },
  methods: {
    put(own: LawyerForm) {
      const lines = (this.data.services as LegalService[]).map(({ serviceId, name }) => ({
        key: serviceId,
        label: name,
        chosen: own.services.includes(serviceId),
      }))
      this.setData({ own, modes: modeChoices(own.modes), lines, problem: '' })
    },
    change(change: Partial<LawyerForm>) {
      const form = { ...(this.data.own as LawyerForm), ...change }
      this.put(form)
      this.triggerEvent('form', { form })
    },
    onText(
      event: WechatMiniprogram.CustomEvent<
        { value: string },
        object,
        { field: 'surname' | 'firm' | 'licenceNo' }
      >,
    ) {
      const { field } = event.currentTarget.dataset
      // what is typed is not told back: the cursor stays where it is
      this.data.own[field] = event.detail.value
      this.triggerEvent('form', { form: this.data.own })
    },
    onLine(event: Tapped<{ key: string }>) {
      this.change({ services: toggled(this.data.own.services ?? [], event.currentTarget.dataset.key) })
    },
    onMode(event: Tapped<{ key: LegalMode }>) {
      this.change({ modes: toggled(this.data.own.modes ?? [], event.currentTarget.dataset.key) })
    },
    onActive(event: Told<{ value: boolean }>) {
      this.change({ active: event.detail.value })
    },
    onSite() {
      this.triggerEvent('site')
    },
    onSave() {
      const input = toLawyer(this.data.own as LawyerForm)
      if (typeof input === 'string') return this.setData({ problem: input })
      void once(this, async () => {
        const saved = await attempt(() => legal.lawyerSave(input))
        if (saved.ok) return void this.triggerEvent('saved')
        this.setData({ problem: saved.failure.sentence })
        if (saved.failure.code === 'STALE_REV') this.triggerEvent('stale')
      })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
