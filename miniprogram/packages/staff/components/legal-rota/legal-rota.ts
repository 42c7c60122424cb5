import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { legal } from '../../../../services/legal'
import { leave, type Told } from '../../../../services/page'
import { lawyerName } from '../../../../shared/legal-words'
import { plusDays } from '../../../../shared/local-days'
import { dayOf, instant, localDate } from '../../../../shared/time'
import { rotaModel, type RotaModel } from './rota-days'

type View = { kind: 'loading' } | { kind: 'empty' } | RotaModel | FailedView

const SPAN = 14
const words = (date: string) => dayOf(instant(date, '00:00'))

/** The rota of one lawyer after the other, two weeks at a time; `turn` counts up when it shall be read anew. */
Component({
  properties: { turn: Number },
  data: {
    view: { kind: 'loading' } as View,
    lawyers: [] as { key: string; label: string }[],
    lawyerId: '',
    choosing: false,
    from: '',
    span: '',
  },
  observers: {
    turn(turn: number) {
      if (turn > 0) void this.load()
    },
  },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const read = await attempt(() => legal.lawyerList({}))
      if (!read.ok) return this.setData({ view: failedView(read.failure, '排班没有受影响。') })
      const lawyers = read.value.lawyers
        .filter(({ rev }) => rev > 0)
        .map(({ lawyerId, surname, firm }) => ({ key: lawyerId, label: `${lawyerName(surname)}　${firm}` }))
      const [first] = lawyers
      if (!first) return this.setData({ view: { kind: 'empty' } })
      const { lawyerId, from } = this.data
      this.setData({ lawyers })
      await this.read(lawyerId || first.key, from || localDate(serverNow()))
    },
    async read(lawyerId: string, from: string) {
      const to = plusDays(from, SPAN - 1)
      this.setData({ lawyerId, from, span: `${words(from)}–${words(to)}` })
      const read = await attempt(() => legal.rotaView({ lawyerId, from, to }))
      if (this.data.lawyerId !== lawyerId || this.data.from !== from) return
      this.setData({ view: read.ok ? rotaModel(read.value) : failedView(read.failure, '排班没有受影响。') })
    },
    onRetry() {
      this.setData({ view: { kind: 'loading' } })
      void this.load()
    },
    onAsk() {
      this.setData({ choosing: true })
    },
    onAskClose() {
      this.setData({ choosing: false })
    },
    onChoose(event: Told<{ key: string }>) {
      this.setData({ choosing: false })
      void this.read(event.detail.key, this.data.from)
    },
    onBefore() {
      void this.read(this.data.lawyerId, plusDays(this.data.from, -SPAN))
    },
    onAfter() {
      void this.read(this.data.lawyerId, plusDays(this.data.from, SPAN))
    },
    onLeave: leave,
  },
})
