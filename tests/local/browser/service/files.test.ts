import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { FakeCloud } from './phone-server'
import { startPhones } from './phone-server'

let cloud: FakeCloud
let page: Page

beforeAll(async () => {
  cloud = await startPhones()
})
beforeEach(async () => {
  cloud.stored.clear()
  page = await cloud.phone()
  await page.evaluate('wx.cloud.init()')
})
afterEach(() => page.context().close())
afterAll(() => cloud.stop())

/** The answer of a call, or what it rejected with. */
const run = <T = Record<string, unknown>>(expression: string) =>
  page.evaluate<T>(`Promise.resolve().then(() => ${expression}).catch(e => ({ rejected: { ...e } }))`)

/** Chooses a picture of 40 × 30 as a person does; answers its temporary path. */
async function choose(): Promise<string> {
  const chooser = page.waitForEvent('filechooser')
  const chosen = run<{ tempFiles: { tempFilePath: string }[] }>('wx.chooseMedia({ count: 1 })')
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'
  await (await chooser).setFiles({ name: '封面.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  return (await chosen).tempFiles[0]?.tempFilePath ?? ''
}

test('a chosen picture is uploaded, found by its id and downloaded', async () => {
  const path = await choose()
  expect(path).toMatch(/^wxfile:\/\/tmp_\d+\.svg$/)
  const upload = `wx.cloud.uploadFile({ cloudPath: 'covers/1.svg', filePath: ${JSON.stringify(path)} })`
  expect(await run(upload)).toEqual({
    errMsg: 'cloud.uploadFile:ok',
    fileID: 'cloud://covers/1.svg',
    statusCode: 200,
  })
  expect(cloud.stored.get('covers/1.svg')?.toString()).toContain('<svg')
  expect(await run(`wx.cloud.downloadFile({ fileID: 'cloud://covers/1.svg' })`)).toMatchObject({
    statusCode: 200,
    tempFilePath: expect.stringMatching(/\.svg$/),
  })
})

test('a file that is not there, and a call without a network, fail', async () => {
  expect(await run(`wx.cloud.uploadFile({ cloudPath: 'a', filePath: 'wxfile://tmp_9.png' })`)).toMatchObject({
    rejected: { errMsg: expect.stringContaining('no such file') },
  })
  expect(await run(`wx.cloud.downloadFile({ fileID: 'cloud://none' })`)).toMatchObject({
    rejected: { errCode: -503003 },
  })
  const path = await choose()
  await page.context().setOffline(true)
  expect(
    await run(`wx.cloud.uploadFile({ cloudPath: 'a', filePath: ${JSON.stringify(path)} })`),
  ).toMatchObject({ rejected: { errMsg: expect.stringContaining('request:fail') } })
})

test('a picture of the cloud, though under another name of this machine, is drawn and read back', async () => {
  await run(`(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 8
    canvas.getContext('2d').fillRect(0, 0, 8, 8)
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas })
    await wx.cloud.uploadFile({ cloudPath: 'code.png', filePath: tempFilePath })
  })()`)
  const colour = await run(`(async () => {
    const image = new Image()
    image.src = await phone.host.fileUrl('http://127.0.0.1:' + location.port + '/cos/code.png')
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.getContext('2d').drawImage(image, 0, 0)
    return [...canvas.getContext('2d').getImageData(0, 0, 1, 1).data]
  })()`)
  expect(colour).toEqual([0, 0, 0, 255])
})

test('a canvas becomes a picture of the size that was asked for', async () => {
  const drawn = `(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 1654
    canvas.height = 2339
    const { tempFilePath: src } = await wx.canvasToTempFilePath({ canvas, destWidth: 827, fileType: 'jpg' })
    return wx.getImageInfo({ src })
  })()`
  expect(await run(drawn)).toMatchObject({
    width: 827,
    height: 2339,
    type: 'jpeg',
    path: expect.stringMatching(/jpg$/),
  })
  expect(await run('wx.canvasToTempFilePath({})')).toMatchObject({
    rejected: { errMsg: 'canvasToTempFilePath:fail canvas is empty' },
  })
})

test('a picture of the package is measured and made smaller', async () => {
  expect(await run(`wx.getImageInfo({ src: '/art/dot.svg' })`)).toMatchObject({ width: 40, height: 30 })
  const small = `wx.compressImage({ src: '/art/dot.svg', compressedWidth: 20 }).then(({ tempFilePath: src }) => wx.getImageInfo({ src }))`
  expect(await run(small)).toMatchObject({ width: 20, height: 15, type: 'jpeg' })
  const bytes = `wx.compressImage({ src: '/art/dot.svg' }).then(({ tempFilePath: filePath }) => wx.getFileSystemManager().getFileInfo({ filePath }))`
  expect(await run(bytes)).toMatchObject({ size: expect.any(Number) })
})

test('a downloaded list is saved under its name when it is opened', async () => {
  cloud.stored.set('exports/1.xlsx', Buffer.from('名单'))
  const down = `wx.downloadFile({
    url: location.origin + '/cos/exports/1.xlsx',
    filePath: wx.env.USER_DATA_PATH + '/签到表.xlsx',
  })`
  const { filePath, statusCode } = await run(down)
  expect([filePath, statusCode]).toEqual(['wxfile://usr/签到表.xlsx', 200])
  const download = page.waitForEvent('download')
  await run(`wx.openDocument({ filePath: ${JSON.stringify(filePath)}, showMenu: true })`)
  expect((await download).suggestedFilename()).toBe('签到表.xlsx')
  expect(await readFile(await (await download).path(), 'utf8')).toBe('名单')
  expect(await run(`wx.openDocument({ filePath: 'wxfile://usr/a.txt' })`)).toMatchObject({
    rejected: { errMsg: 'openDocument:fail filetype not supported' },
  })
})

test('an address that answers nothing is told by its status, as in WeChat', async () => {
  expect(await run(`wx.downloadFile({ url: location.origin + '/cos/none.xlsx' })`)).toMatchObject({
    statusCode: 404,
  })
})

test('a picture is shared as a picture', async () => {
  const path = await choose()
  await page.evaluate(
    `void (window.outcome = wx.showShareImageMenu({ path: ${JSON.stringify(path)} }).catch(e => e))`,
  )
  await page.getByText('发送', { exact: true }).click()
  expect(await page.evaluate('window.outcome')).toEqual({ errMsg: 'showShareImageMenu:ok' })
})

test('a sound that cannot be loaded is told, and one that was not touched for stays silent', async () => {
  const told = await run(`new Promise(resolve => {
    const sound = wx.createInnerAudioContext()
    sound.onError(resolve)
    sound.src = '/sound/none.mp3'
    sound.play()
  })`)
  expect(told).toMatchObject({ errCode: 10002 })
})
