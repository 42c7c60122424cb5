import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { builtFixture } from './built-fixture'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export interface OpenedPage {
  page: Page
  /** What the app and the framework printed. */
  logs: string[]
}

/** The fixture app, built once and opened as often as a test file likes. */
export class FixturePhone {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<FixturePhone> {
    const folder = await builtFixture()
    const server = serve(folder)
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    return new FixturePhone(server, browser)
  }

  /** Opens the app anew at a page such as `pages/life/life?id=1`. */
  async open(at: string): Promise<OpenedPage> {
    const context = await this.browser.newContext({
      viewport: { width: 375, height: 760 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(4000)
    const logs: string[] = []
    page.on('console', message => logs.push(message.text()))
    page.on('pageerror', error => logs.push(error.message))
    const { port } = this.server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/phone.html?path=${encodeURIComponent(at)}`)
    await page.waitForSelector('html[data-started]', { state: 'attached' })
    // `ready` comes one task after the first rendering
    await page.evaluate(() => new Promise(done => setTimeout(done, 20)))
    return { page, logs }
  }

  async close(): Promise<void> {
    await this.browser.close()
    this.server.close()
  }
}

function serve(folder: string): Server {
  return createServer((request, response) => {
    const file = path.join(folder, new URL(request.url ?? '/', 'http://local').pathname)
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
}
