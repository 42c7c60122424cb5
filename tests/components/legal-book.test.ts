/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf, told } from './mount'

// what these components read when their files are required
Object.assign(globalThis, { wx: { canIUse: () => false } })

const legal = (name: string) => `packages/legal/components/${name}`

test('ways are radio buttons; the chosen one tells nothing when it is tapped again', async () => {
  const options = [
    { key: 'PHONE', label: '电话' },
    { key: 'TEXT', label: '图文' },
  ]
  const ways = mount(legal('mode-switch'), { options, value: 'PHONE', label: '咨询方式' })
  const heard = told(ways, 'choose')
  expect(spoken(ways, 'radio').map(({ ariaChecked }) => ariaChecked)).toEqual([true, false])
  await tap(ways, 'way', 0)
  await tap(ways, 'way', 1)
  expect(heard).toEqual([{ key: 'TEXT' }])
})

const cell = { day: '17', weekday: '四', left: '余8', mark: '', free: true, chosen: false }
const days = [
  { ...cell, date: '2026-09-17', chosen: true, label: '9月17日（周四），余8个时段' },
  { ...cell, date: '2026-09-25', day: '25', left: '—', mark: '休', free: false, label: '9月25日，放假' },
  { ...cell, date: '2026-09-28', day: '28', label: '9月28日（周一），余3个时段' },
]

test('a day without a free hour cannot be chosen, and says so', async () => {
  const grid = mount(legal('date-grid'), { days })
  const heard = told(grid, 'choose')
  await tap(grid, 'cell', 1)
  await tap(grid, 'cell', 2)
  expect(heard).toEqual([{ date: '2026-09-28' }])
  expect(parts(grid, 'mark').map(({ textContent }) => textContent)).toEqual(['休'])
  expect(spoken(grid, 'radio')).toMatchObject([
    { ariaLabel: '9月17日（周四），余8个时段', ariaChecked: true },
    { ariaDisabled: true },
    { ariaDisabled: false },
  ])
})

test('a lawyer shows name, firm, place and hours', async () => {
  const times = [{ slotId: 's1', time: '14:00', chosen: false, label: '14:00，顾律师' }]
  const lawyer = { lawyerId: 'l', name: '顾律师', firm: '明理演示所', site: '金桥一号暖心驿站', times }
  const row = mount(legal('lawyer-slots'), { lawyer })
  const heard = told(row, 'choose')
  expect(textOf(row)).toBe('顾律师明理演示所金桥一号暖心驿站14:00')
  await tap(row, 'time')
  expect(heard).toEqual([{ slotId: 's1' }])
})

test('a file that failed may be tried again where that helps, and any may be removed', async () => {
  const line = { progress: 0, again: false }
  const files = [
    { ...line, key: 'a', name: '合同.pdf', line: '391 KB', state: 'sent' },
    { ...line, key: 'b', name: '照片 2', line: '2.4 MB，正在上传 40%', state: 'sending', progress: 40 },
    { ...line, key: 'c', name: '照片 3', line: '网络不通', state: 'failed', again: true },
  ]
  const list = mount(legal('file-list'), { files })
  const [again, removed] = [told(list, 'again'), told(list, 'remove')]
  expect(parts(list, 'track')).toHaveLength(1)
  expect(spoken(list, 'button').map(({ ariaLabel }) => ariaLabel)).toEqual([
    '移除，合同.pdf',
    '移除，照片 2',
    '重试，照片 3',
    '移除，照片 3',
  ])
  await tap(list, 'act', 2)
  await tap(list, 'cross', 0)
  expect([again, removed]).toEqual([[{ key: 'c' }], [{ key: 'a' }]])
})

test('the consent is never ticked by itself and says why it is needed', async () => {
  const line = mount(legal('consent-line'), { checked: false, reminded: true })
  const heard = told(line, 'change')
  expect(spoken(line, 'checkbox')).toMatchObject([{ ariaChecked: false }])
  expect(spoken(line, 'alert')).toHaveLength(1)
  await tap(line, 'row')
  expect(heard).toEqual([{ checked: true }])
})

test('a refused booking offers other hours, or the way that is left', async () => {
  const slots = [{ slotId: 's2', time: '9月17日（周四）19:00', lawyer: '韩律师' }]
  const offer = { title: '请选择其他律师', text: '该律师暂不便承接此事项。', way: 'SLOTS', slots }
  const sheet = mount(legal('refusal-sheet'), { offer })
  const [chosen, call] = [told(sheet, 'choose'), told(sheet, 'call')]
  await tap(sheet, 'slot')
  expect(chosen).toEqual([{ slotId: 's2' }])
  expect(parts(sheet, 'way').map(({ textContent }) => textContent?.trim())).toEqual(['看全部时间'])
  sheet.setData({ offer: { ...offer, way: 'CALL', slots: [] } })
  await tap(sheet, 'way')
  expect(call).toHaveLength(1)
})

test('an appointment in a list has its day at the left, or as words in large text', () => {
  const line = {
    ...{ appointmentId: 'a', title: '欠薪咨询', day: '17', sub: '9月 周四', date: '9月17日（周四）' },
    ...{ meta: '14:30　电话　叶律师', label: '欠薪咨询，9月17日（周四）14:30–15:00' },
    state: { tone: 'green', icon: 'check-circle', before: '已预约', number: '', after: '' },
  }
  const row = mount(legal('appointment-row'), { line })
  expect(spoken(row, 'button')).toMatchObject([{ ariaLabel: line.label }])
  expect(textOf(row)).toMatch(/^17 ?9月 周四/)
  row.setData({ large: true })
  expect(textOf(row)).toMatch(/^欠薪咨询 ?9月17日（周四）/)
})
