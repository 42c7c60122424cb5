import { emptyForm, type LimitForm } from './limit-form'

/** A calculation that is not saved, kept on the phone: registering leads away and back. */
const KEY = 'limitDraft'

export function limitDraft(): LimitForm {
  const stored: LimitForm | '' = wx.getStorageSync(KEY)
  return stored || emptyForm
}

export function keepLimitDraft(form: LimitForm): void {
  wx.setStorageSync(KEY, form)
}

export function forgetLimitDraft(): void {
  wx.removeStorageSync(KEY)
}
