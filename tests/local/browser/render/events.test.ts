import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
  opened = await phone.open('pages/events/events')
})
beforeEach(() => {
  opened.logs.length = 0
})
afterAll(() => phone.close())

const tap = (name: string) => opened.page.getByRole('button', { name }).tap()

test('a tap tells where it was, whom it hit and who listens', async () => {
  await tap('形状')
  const event = JSON.parse(opened.logs[0]?.replace('full ', '') ?? '') as Record<string, never>
  expect(event).toMatchObject({
    type: 'tap',
    target: { id: 'leaf', dataset: { kind: 'leaf' }, offsetLeft: 0, offsetTop: 0 },
    currentTarget: { id: 'box', dataset: { kind: 'outer', itemId: 3 } },
    mark: { place: 'list' },
    touches: [],
    changedTouches: [{ identifier: 0, clientX: expect.any(Number), pageY: expect.any(Number) }],
    detail: { x: expect.any(Number), y: expect.any(Number) },
  })
})

test('catch stops the bubbling, capture comes first', async () => {
  await tap('冒泡')
  expect(opened.logs).toEqual(['captured', 'inner', 'middle'])
})

test('of two mut-bind listeners only the inner one hears', async () => {
  await tap('互斥')
  expect(opened.logs).toEqual(['mutInner'])
})

test('a disabled button swallows its taps', async () => {
  await opened.page.getByRole('button', { name: '不可点' }).tap({ force: true })
  expect(opened.logs).toEqual([])
})

test('a long press is no tap', async () => {
  // a mouse right after a touch is taken for the browser's echo of it
  const { page, logs } = await phone.open('pages/events/events')
  const box = await page.getByRole('button', { name: '长按' }).boundingBox()
  if (!box) throw new Error('not shown')
  await page.mouse.move(box.x + 5, box.y + 5)
  await page.mouse.down()
  await page.waitForTimeout(450)
  await page.mouse.up()
  expect(logs).toContain('longpress')
  expect(logs).not.toContain('tapped')
})
