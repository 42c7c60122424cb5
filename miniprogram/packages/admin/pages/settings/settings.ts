import type { SettingItem } from '../../../../../typings/api/account'
import { failedView } from '../../../../components/failure-card/failed'
import { accounts } from '../../../../services/account'
import { attempt } from '../../../../services/attempt'
import { enter, frame, once, type Tapped, type Told } from '../../../../services/page'
import { reading } from '../../../../services/reading'
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
  },
  settings: [] as SettingItem[],

  onShow() {
    enter(this)
    void this.load()
  },
  async load() {
    const read = await attempt(() => accounts.settings({}))
    if (!read.ok) return this.setData({ view: failedView(read.failure) })
    this.settings = read.value.settings
    this.setData({ view: settingsView(this.settings) })
  },
  onEdit(event: Tapped<{ key: string }>) {
    const edited = this.settings.find(({ key }) => key === event.currentTarget.dataset.key)
    const text = String(edited?.value)
    if (edited) this.setData({ edited, text, hint: settingHint(edited, text), problem: '' })
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
