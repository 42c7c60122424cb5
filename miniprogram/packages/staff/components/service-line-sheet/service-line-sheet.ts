import type { ClaimType, LegalMode } from '../../../../../typings/documents'
import { attempt } from '../../../../services/attempt'
import { legal } from '../../../../services/legal'
import { once, type Tapped, type Told } from '../../../../services/page'
import {
  claimChoices,
  modeChoices,
  toggled,
  toService,
  type Choice,
  type ServiceForm,
} from '../legal-menu/service-form'

/** One line of the menu, to be written; saves it. Events `saved`, `stale` when somebody else was faster, and `close`. */
Component({
  properties: { visible: Boolean, /** A `ServiceForm`. */ form: Object },
  data: {
    own: {} as Partial<ServiceForm>,
    modes: [] as Choice[],
    claims: [] as Choice[],
    problem: '',
    busy: false,
  },
  observers: {
    form(form: ServiceForm | null) {
      if (form) this.put(form)
    },
  },
  methods: {
    put(own: ServiceForm) {
      const { modes, claimTypes } = own
      this.setData({ own, modes: modeChoices(modes), claims: claimChoices(claimTypes), problem: '' })
    },
    change(change: Partial<ServiceForm>) {
      this.put({ ...(this.data.own as ServiceForm), ...change })
    },
    onText(
      event: WechatMiniprogram.CustomEvent<
        { value: string },
        object,
        { field: 'name' | 'intro' | 'minutes' }
      >,
    ) {
      const { field } = event.currentTarget.dataset
      // what is typed is not told back: the cursor stays where it is
      this.data.own[field] = event.detail.value
    },
    onMode(event: Tapped<{ key: LegalMode }>) {
      this.change({ modes: toggled(this.data.own.modes ?? [], event.currentTarget.dataset.key) })
    },
    onClaim(event: Tapped<{ key: ClaimType }>) {
      this.change({ claimTypes: toggled(this.data.own.claimTypes ?? [], event.currentTarget.dataset.key) })
    },
    onOpponent(event: Told<{ value: boolean }>) {
      this.change({ needsOpponent: event.detail.value })
    },
    onOpen(event: Told<{ value: boolean }>) {
      this.change({ open: event.detail.value })
    },
    onSave() {
      const input = toService(this.data.own as ServiceForm)
      if (typeof input === 'string') return this.setData({ problem: input })
      void once(this, async () => {
        const saved = await attempt(() => legal.menuSave(input))
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
