import type { CalendarOfYear } from '../../../../../typings/api/account'
import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { once, type Told } from '../../../../services/page'
import { calendarText, parseCalendar, type Parsed } from './calendar-lines'
import { countWords, holidayWords, yearRow, type HolidayWords } from './calendar-words'

const nothing: Parsed = { days: [], problems: [] }
const SHOWN_PROBLEMS = 5

/** The holidays of a year: what stands, and importing what was announced. Events `saved` and `close`. */
Component({
  properties: { visible: Boolean, /** A `CalendarOfYear`. */ calendar: Object },
  data: {
    own: undefined as CalendarOfYear | undefined,
    title: '',
    state: '',
    holidays: [] as HolidayWords[],
    importing: false,
    text: '',
    sourceNo: '',
    count: '',
    problems: [] as string[],
    problem: '',
    busy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.put(this.data.calendar as CalendarOfYear)
    },
  },
  methods: {
    put(own: CalendarOfYear) {
      const { title, state } = yearRow(own)
      const importing = own.source === 'ABSENT'
      this.setData({ own, title, state, importing, holidays: holidayWords(own.days), problem: '' })
      this.setData({ text: calendarText(own.days), sourceNo: own.sourceNo, count: '', problems: [] })
    },
    onImport() {
      this.setData({ importing: true })
      this.preview()
    },
    onText(event: Told<{ value: string }>) {
      this.data.text = event.detail.value
      this.preview()
    },
    onSource(event: Told<{ value: string }>) {
      this.data.sourceNo = event.detail.value
      if (this.data.problem) this.setData({ problem: '' })
    },
    preview() {
      const { own, text } = this.data
      if (!own) return
      const parsed = text.trim() === '' ? nothing : parseCalendar(own.year, text)
      const { days, problems } = parsed
      const rest = problems.length - SHOWN_PROBLEMS
      this.setData({
        count: days.length > 0 ? countWords(days) : '',
        holidays: holidayWords(days),
        problems: [...problems.slice(0, SHOWN_PROBLEMS), ...(rest > 0 ? [`还有 ${rest} 处。`] : [])],
        problem: '',
      })
    },
    onSave() {
      const { own, text } = this.data
      if (!own) return
      const { year, rev } = own
      const sourceNo = this.data.sourceNo.trim()
      const { days, problems } = parseCalendar(year, text)
      if (problems.length > 0) return this.preview()
      if (sourceNo === '') return this.setData({ problem: '请填写通知文号。' })
      void once(this, async () => {
        const saved = await attempt(() => accounts.calendarSave({ year, days, sourceNo, rev }))
        if (saved.ok) return void this.triggerEvent('saved')
        if (saved.failure.code === 'STALE_REV') await this.renew(year)
        this.setData({ problem: saved.failure.sentence })
      })
    },
    /** Somebody else imported it meanwhile: what was pasted stays, and replaces theirs by another tap. */
    async renew(year: number) {
      const read = await attempt(() => accounts.calendarDays({ year }))
      if (read.ok) this.setData({ own: read.value, state: yearRow(read.value).state })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
