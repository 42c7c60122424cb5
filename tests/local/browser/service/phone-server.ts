import { build } from 'esbuild'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const persona = (key: string) => ({ key, openid: `openid-${key}`, name: key, note: '' })

/** The local cloud as far as the services see it. `offset` is what tests turn; `calls` what functions were sent. */
export interface FakeCloud {
  offset: number
  calls: { name: string; openid: unknown; body: unknown }[]
  /** The next answer of a function; the event itself when there is none. */
  answer?: { status: number; body: unknown }
  /** What was uploaded, by its cloud path. */
  stored: Map<string, Buffer>
  phone(as?: string): Promise<Page>
  stop(): Promise<void>
}

/** Chromium on a document with the bundled services, and the few routes they ask. */
export async function startPhones(): Promise<FakeCloud> {
  const files = await bundle()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://phone')
    const [status, body, type] = await route(pathname, request)
    response.writeHead(status, { 'content-type': type ?? 'application/json' }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  const cloud: FakeCloud = {
    offset: 3_600_000,
    calls: [],
    stored: new Map(),
    async phone(as = 'worker') {
      const viewport = { width: 375, height: 812 }
      const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage()
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/phone.html?as=${as}`)
      await page.evaluate('phone.ready')
      return page
    },
    async stop() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }

  async function route(
    pathname: string,
    request: IncomingMessage,
  ): Promise<[number, string | Buffer, string?]> {
    const [, area, name = ''] = pathname.split('/')
    if (area === 'phone.html') return [200, DOCUMENT, 'text/html; charset=utf-8']
    const file = files.get(path.basename(pathname))
    if (file) return [200, file, pathname.endsWith('css') ? 'text/css' : 'text/javascript']
    if (area === 'local') return [200, JSON.stringify(local(name))]
    if (area === 'art') return [200, DOT, 'image/svg+xml']
    if (area === 'admin') return [200, JSON.stringify({ data: storage(JSON.parse(await text(request))) })]
    if (area === 'cos') return object(pathname.slice('/cos/'.length), request)
    if (area !== 'call') return [404, '']
    const { status, body } = cloud.answer ?? { status: 200, body: undefined }
    const event = JSON.parse(await text(request))
    cloud.calls.push({ name, openid: request.headers['x-local-openid'], body: event })
    return [status, JSON.stringify(body ?? event)]
  }
  async function object(
    place: string,
    request: IncomingMessage,
  ): Promise<[number, string | Buffer, string?]> {
    if (request.method === 'PUT') cloud.stored.set(place, await bytes(request))
    const found = cloud.stored.get(place)
    return found ? [200, found, 'image/png'] : [404, '']
  }
  // under its own name, as the local cloud does, whatever name the phone was opened by
  const address = (place: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/cos/${place}`
  const storage = (asked: { path?: string; file_list?: { fileid: string }[] }) =>
    asked.path === undefined
      ? {
          download_list: (asked.file_list ?? []).map(({ fileid: fileID }) => {
            const place = fileID.replace('cloud://', '')
            const there = cloud.stored.has(place)
            return {
              fileID,
              code: there ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
              tempFileURL: there ? address(place) : '',
            }
          }),
        }
      : { url: address(asked.path), fileId: `cloud://${asked.path}` }
  const local = (name: string) =>
    name === 'phone-code'
      ? { code: 'code-1' }
      : {
          now: Date.now() + cloud.offset,
          offset: cloud.offset,
          personas: [persona('worker'), persona('staff')],
          codes: [{ title: '骑手夜校', note: '海报', scene: 'a1/b' }],
          places: [{ name: '职工之家', address: '金桥路1号', lng: 116.4, lat: 39.9 }],
          outbox: [],
        }
  return cloud
}

const DOT =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="#c8161d"/></svg>'
const DOCUMENT =
  '<!doctype html><link rel="stylesheet" href="/phone-page.css"><body><script src="/phone-page.js"></script>'

async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'phone-page.ts')],
    bundle: true,
    write: false,
    outdir: '/',
    target: 'es2022',
  })
  return new Map(outputFiles.map(file => [path.basename(file.path), file.text]))
}

const text = async (request: IncomingMessage) => (await bytes(request)).toString()

async function bytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
