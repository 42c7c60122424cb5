import type { CalendarOfYear, SettingItem } from '../../../../../typings/api/account'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { serverNow } from '../../../../services/clock'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
import { localDate } from '../../../../shared/time'
import { settingHint, settingProblem, settingsView, type SettingsView } from './settings.view'

Page({
  ...reading,
  data: {
    ...frame,
    busy: false,
    view: { kind: 'loading' } as SettingsView,
    edited: undefined as SettingItem | undefined,
    text: '',
    hint: '',
    problem: '',
    calendar: undefined as CalendarOfYear | undefined,
    showing: false,
  },
  settings: [] as SettingItem[],
  calendars: [] as CalendarOfYear[],

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const year = Number(localDate(serverNow()).slice(0, 4))
    const read = await attempt(() =>
      Promise.all([
        accounts.settings({}),
        Promise.all([year, year + 1].map(year => accounts.calendarDays({ year }))),
      ]),
    )
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    const [{ settings }, calendars] = read.value
    this.settings = settings
    this.calendars = calendars
    this.setData({ view: settingsView(settings, calendars) })
  },
  onEdit(event: Tapped<{ key: string }>) {
    const edited = this.settings.find(({ key }) => key === event.currentTarget.dataset.key)
    const text = String(edited?.value)
    if (edited) this.setData({ edited, text, hint: settingHint(edited, text), problem: '' })
  },
  onYear(event: Tapped<{ year: number }>) {
    const calendar = this.calendars.find(({ year }) => year === Number(event.currentTarget.dataset.year))
    if (calendar) this.setData({ calendar, showing: true })
  },
  onYearClose() {
    this.setData({ showing: false })
  },
  onYearSaved() {
    this.setData({ showing: false })
    void wx.showToast({ title: '已导入', icon: 'none' })
    return this.load()
  },
  onText(event: Told<{ value: string }>) {
    const { edited } = this.data
    const text = event.detail.value
    if (edited) this.setData({ text, hint: settingHint(edited, text), problem: '' })
  },
  onClose() {
    this.setData({ edited: undefined })
  },
  onSave() {
    const { edited, text } = this.data
    if (!edited) return
    const problem = settingProblem(edited, text)
    if (problem) return this.setData({ problem })
    void once(this, async () => {
      const { key, rev } = edited
      const saved = await attempt(() => accounts.settingSave({ key, value: Number(text), rev }))
      if (!saved.ok) {
        // someone else changed it: show theirs, keep what was typed
        if (saved.failure.code === 'STALE_REV') await this.load()
        return this.setData({ problem: saved.failure.sentence })
      }
      this.setData({ edited: undefined })
      await this.load()
      void wx.showToast({ title: '已保存', icon: 'none' })
    })
  },
})
