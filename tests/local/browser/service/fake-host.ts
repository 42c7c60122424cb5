import type { Host } from '../../../../local/browser/host'

/** Where the test's one page went and what was asked of it. */
export interface Journal {
  calls: string[]
}

/** A host with one page and no framework: what `wx` hands on is written down. */
export function fakeHost(device: HTMLElement, journal: Journal): Host {
  const scroller = document.createElement('main')
  const layer = document.createElement('div')
  device.append(scroller, layer)
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void journal.calls.push([name, ...args].join(' '))
  const page = { data: {}, setData: () => undefined, onShareAppMessage: () => ({ title: '骑手夜校' }) }
  return {
    navigateTo: async url => {
      if (url.includes('nowhere')) throw new Error(`page "${url}" is not found`)
      journal.calls.push(`navigateTo ${url}`)
    },
    redirectTo: note('redirectTo'),
    navigateBack: note('navigateBack'),
    switchTab: note('switchTab'),
    reLaunch: note('reLaunch'),
    layer,
    top: () => ({ route: 'pages/home/home', scroller, page }),
    setTitle: title => void journal.calls.push(`setTitle ${title}`),
    startPullDownRefresh: note('startPullDownRefresh'),
    stopPullDownRefresh: note('stopPullDownRefresh'),
    createSelectorQuery: () => ({}),
    createIntersectionObserver: () => ({}),
    createAnimation: () => ({}),
    launchOptions: () => ({ path: 'pages/home/home', query: {}, scene: 1001, referrerInfo: {} }),
    hideApp: note('hideApp'),
    showApp: note('showApp'),
  }
}
