import type { Figure } from './figure'
import { startApp } from '../support/app'

declare global {
  // the phone's document, where the page counts what it sets
  var setDataBytes: number
}

/** What the home page hands to the view while it opens, and what the gateway weighs when nothing happens. */
export async function homeFigures(): Promise<Figure[]> {
  const app = await startApp()
  try {
    const page = await app.phone('lin', { before: countSetData })
    await page.getByText('即将开始').waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = await page.evaluate(() => globalThis.setDataBytes)
    const { rss } = (await (await fetch(`${app.url}/local/stats`)).json()) as { rss: number }
    return [
      { name: 'boot.setData.bytes', value: bytes / 1024, unit: 'KB', budget: '<= 20' },
      { name: 'gateway.idle.rss', value: rss / 1024 / 1024, unit: 'MB', budget: '<= 150' },
    ]
  } finally {
    await app.stop()
  }
}

/** Runs in the phone before the app: every page counts the JSON bytes of its setData calls. */
function countSetData() {
  globalThis.setDataBytes = 0
  let define: ((page: object) => void) | undefined
  Object.defineProperty(globalThis, 'Page', {
    get: () => (page: { onLoad?: (this: Counted, query: object) => void }) => {
      const { onLoad } = page
      page.onLoad = function (query) {
        const set = this.setData.bind(this)
        this.setData = (data, done) => {
          globalThis.setDataBytes += new TextEncoder().encode(JSON.stringify(data)).length
          set(data, done)
        }
        onLoad?.call(this, query)
      }
      define?.(page)
    },
    set: (value: (page: object) => void) => (define = value),
    configurable: true,
  })
  interface Counted {
    setData(data: object, done?: () => void): void
  }
}
