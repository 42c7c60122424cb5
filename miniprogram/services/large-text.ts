/**
 * Large text: what the person chose on this phone, else what their account says, else what the system's font says.
 */
const CHOICE = 'largeText'
const ACCOUNT = 'largeTextAccount'
/** WeChat's font setting in px; 20 is two steps above standard. */
const SYSTEM_LARGE = 20

export function isLargeText(): boolean {
  const choice: boolean | '' = wx.getStorageSync(CHOICE)
  if (choice !== '') return choice
  const account: boolean | '' = wx.getStorageSync(ACCOUNT)
  if (account === true) return true
  return (wx.getAppBaseInfo().fontSizeSetting ?? 0) >= SYSTEM_LARGE
}

export function chooseLargeText(on: boolean): void {
  wx.setStorageSync(CHOICE, on)
}

export function adoptLargeText(ofAccount: boolean | undefined): void {
  wx.setStorageSync(ACCOUNT, ofAccount === true)
}
