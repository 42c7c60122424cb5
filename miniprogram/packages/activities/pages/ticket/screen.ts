/** The screen while a code is shown: bright and awake, and as it was afterwards. */
let before: number | undefined

export async function brighten(): Promise<void> {
  const { value } = await wx.getScreenBrightness()
  before ??= value
  await Promise.all([wx.setScreenBrightness({ value: 1 }), wx.setKeepScreenOn({ keepScreenOn: true })])
}

export async function restore(): Promise<void> {
  if (before === undefined) return
  const value = before
  before = undefined
  await Promise.all([wx.setScreenBrightness({ value }), wx.setKeepScreenOn({ keepScreenOn: false })])
}
