import type { PartyInput } from '../../../../../typings/api/legal'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { dayWords } from '../../../../shared/local-days'
import { localDate } from '../../../../shared/time'
import {
  newParty,
  partyLines,
  partyProblem,
  savedWords,
  withParty,
  type PartyForm,
  type PartyLine,
} from './party-form'

const empty = newParty('2026-01-01')

/** Whom a lawyer acts for, read when it opens and kept on no phone; every change is saved at once. Event `close`. */
Component({
  properties: { visible: Boolean },
  data: {
    loading: true,
    failure: '',
    parties: [] as PartyInput[],
    lines: [] as PartyLine[],
    form: empty,
    until: '',
    problem: '',
    told: '',
    busy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) void this.load()
      else this.show([])
    },
  },
  methods: {
    show(parties: PartyInput[]) {
      this.setData({ parties, lines: partyLines(parties) })
    },
    write(form: PartyForm) {
      this.setData({ form, until: dayWords(form.untilDate), problem: '' })
    },
    async load() {
      this.setData({ loading: true, failure: '', told: '' })
      this.write(newParty(localDate(serverNow())))
      const read = await attempt(() => legal.partiesMine({}))
      this.setData({ loading: false, failure: read.ok ? '' : read.failure.sentence })
      if (read.ok) this.show(read.value.parties)
    },
    onText(event: WechatMiniprogram.Input<object, { field: 'name' | 'uscc' }>) {
      this.setData({ [`form.${event.currentTarget.dataset.field}`]: event.detail.value, problem: '' })
    },
    onUntil(event: WechatMiniprogram.PickerChange) {
      this.write({ ...this.data.form, untilDate: String(event.detail.value) })
    },
    async onAdd() {
      const { form } = this.data
      const problem = partyProblem(form, this.data.parties)
      if (problem) return this.setData({ problem })
      if (await this.save(withParty(form, this.data.parties))) this.write(newParty(localDate(serverNow())))
    },
    onRemove(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset
      void this.save(this.data.parties.filter((_, i) => i !== index))
    },
    /** The whole list is sent: what is left out of it ends. */
    async save(parties: PartyInput[]): Promise<boolean> {
      if (this.data.busy) return false
      this.setData({ busy: true, problem: '', told: '' })
      const saved = await attempt(() => legal.partiesSave({ parties }))
      this.setData({ busy: false })
      if (!saved.ok) {
        this.setData({ problem: saved.failure.sentence })
        return false
      }
      this.show(parties)
      this.setData({ told: savedWords(saved.value) })
      return true
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
