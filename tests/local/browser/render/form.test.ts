import { FixturePhone, type OpenedPage } from './fixture-phone'

let phone: FixturePhone
let opened: OpenedPage
beforeAll(async () => {
  phone = await FixturePhone.start()
})
beforeEach(async () => {
  opened = await phone.open('pages/form/form')
  opened.logs.length = 0
})
afterAll(() => phone.close())

const last = (name: string) =>
  JSON.parse(
    opened.logs.findLast(line => line.startsWith(`${name} `))?.slice(name.length + 1) ?? 'null',
  ) as unknown

test('what a listener of input answers takes the place of what was typed', async () => {
  const field = opened.page.getByPlaceholder('姓名')
  await field.fill('abc')
  expect(await field.inputValue()).toBe('ABC')
  expect(await opened.page.getByText('abc|').isVisible()).toBe(true)
})

test('a number keyboard gives digits only, up to the maximum length', async () => {
  const field = opened.page.getByPlaceholder('验证码')
  await field.pressSequentially('1a2b3')
  expect(last('code')).toEqual({ value: '123', cursor: 3, keyCode: 0 })
  await field.pressSequentially('45678')
  expect(await field.inputValue()).toBe('123456')
  await opened.page.getByRole('button', { name: '清空' }).tap()
  expect(await field.inputValue()).toBe('')
})

test('Enter confirms and leaves the field', async () => {
  const field = opened.page.getByPlaceholder('验证码')
  await field.fill('42')
  await field.press('Enter')
  expect(last('confirm')).toEqual({ value: '42' })
  expect(last('blur')).toEqual({ value: '42', cursor: 2 })
})

test('a placeholder wears its style', async () => {
  const color = await opened.page.evaluate(
    () => getComputedStyle(document.querySelector('.input-placeholder') ?? document.body).color,
  )
  expect(color).toBe('rgb(1, 2, 3)')
})

test('a form gathers its fields by name, components included', async () => {
  const { page } = opened
  await page.getByPlaceholder('验证码').fill('7')
  await page.getByPlaceholder('备注').fill('一\n二')
  await page.getByText('茶').tap()
  await page.getByText('夜班').tap()
  await page.getByRole('switch', { name: '通知' }).tap()
  expect(last('change')).toEqual({ value: true })
  await page.getByRole('button', { name: '提交' }).tap()
  expect(last('submit')).toMatchObject({
    value: { name: '', code: '7', note: '一\n二', likes: ['tea'], shift: 'night', notify: true, own: '自有' },
  })
  await page.getByRole('button', { name: '重置' }).tap()
  await page.getByRole('button', { name: '提交' }).tap()
  expect(last('submit')).toMatchObject({ value: { code: '', note: '', likes: [], shift: '', notify: false } })
})

test('an open type is answered by the services', async () => {
  await opened.page.getByRole('button', { name: '手机号' }).tap()
  expect(last('phone')).toEqual({ type: 'getPhoneNumber', code: 'abc' })
})
