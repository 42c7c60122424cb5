const TABS = ['home', 'activity', 'service', 'mine'].map(name => `/pages/${name}/${name}`)

/** Opens a path that the server gave. An app that is older than its notices may not have the page. */
export function openPage(path: string): void {
  const url = path.startsWith('/') ? path : `/${path}`
  const fail = () => void wx.showToast({ title: '请更新工家云后查看', icon: 'none' })
  if (TABS.includes(url)) wx.switchTab({ url, fail })
  else wx.navigateTo({ url, fail })
}
