import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const root = path.resolve(__dirname, '../..')

export interface RunningApp {
  url: string
  /** A phone of its own for each call: other storage, other person. `as` is a persona's key. */
  phone(as: string, options?: PhoneOptions): Promise<Page>
  /** The whole workbench at a desk. */
  workbench(as: string): Promise<Page>
  control(path: string, body: unknown): Promise<unknown>
  stop(): Promise<void>
}

export interface PhoneOptions {
  dark?: boolean
  /** WeChat's own font size set to large. */
  large?: boolean
  /** Collects what the page complains about on its console. */
  errors?: string[]
  /** Path inside the mini-program, e.g. `pages/mine/mine`. */
  path?: string
  width?: number
  /** Runs in the phone's document before the app. */
  before?: () => void
}

/** `npm start` without its set-up: the built app on a free port with fresh demo data, and a Chromium to look at it. */
export async function startApp(): Promise<RunningApp> {
  const data = await mkdtemp(path.join(os.tmpdir(), 'gongjia-e2e-'))
  const server = spawn(
    process.execPath,
    ['dist/local/start.js', '--no-open', '--port', '0', '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await ready(server)
  const browser = await launch()
  const contexts: BrowserContext[] = []
  return {
    url,
    async phone(as, { dark = false, large = false, path: at = '', width = 375, before, errors } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 812 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
        colorScheme: dark ? 'dark' : 'light',
        locale: 'zh-CN',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      if (errors) {
        page.on('console', message => message.type() === 'error' && errors.push(message.text()))
        page.on('pageerror', error => errors.push(String(error)))
      }
      if (before) await page.addInitScript(before)
      const query = new URLSearchParams({ as, ...(large && { font: '23' }), ...(at && { path: `/${at}` }) })
      await page.goto(`${url}/phone.html?${query}`)
      return page
    },
    async workbench(as) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      await page.goto(`${url}/?as=${as}`)
      return page
    },
    async control(at, body) {
      const answer = await fetch(`${url}/local/${at}`, { method: 'POST', body: JSON.stringify(body) })
      return answer.json()
    },
    async stop() {
      await Promise.all(contexts.map(context => context.close()))
      await browser.close()
      server.kill('SIGTERM')
      await new Promise(resolve => server.once('exit', resolve))
      await rm(data, { recursive: true, force: true })
    },
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

/** The address a local program prints once it answers. */
function ready(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (text: Buffer) => {
      printed += text.toString()
      const found = /ready (http:\/\/\S+)/.exec(printed)
      if (found?.[1]) resolve(found[1])
    })
    server.once('exit', code =>
      reject(new Error(`the app ended with ${code} before it was ready:\n${printed}`)),
    )
  })
}
