/** The desk of a volunteer lawyer: what waits for them, and how a swap is told. */
import { deskView, refusedView } from '../../miniprogram/packages/lawyer/pages/desk/desk.view'
import { swapView } from '../../miniprogram/packages/lawyer/components/swap-card/swap.view'
import { hourLines } from '../../miniprogram/shared/hour-lines'
import type { DeskItem, LawyerDesk, SwapItem } from '../../typings/api/legal'
import { at, NOW } from './sample'

const item = (fields: Partial<DeskItem> = {}): DeskItem => ({
  appointmentId: 'apt_1',
  service: '劳动争议咨询',
  mode: 'PHONE',
  startAt: at('2026-09-17T14:00:00'),
  endAt: at('2026-09-17T14:30:00'),
  state: 'BOOKED',
  dueAt: at('2026-09-17T09:00:00'),
  ...fields,
})
const empty: LawyerDesk = {
  name: '叶律师',
  firm: '明理演示所',
  today: [],
  answers: [],
  records: [],
  next: [],
  swaps: [],
}
const view = (desk: Partial<LawyerDesk>, now = NOW) => deskView({ desk: { ...empty, ...desk }, now })

test('a conflict to be answered says until when, and once that has passed, that the union steps in', () => {
  const answers = [item()]
  expect(view({ answers }).answers).toEqual([
    {
      appointmentId: 'apt_1',
      day: '9月17日（周四）',
      hours: '14:00–14:30',
      line: '电话　劳动争议咨询',
      state: '请在 明天 09:00 前确认',
      tone: 'amber',
      label: '9月17日（周四）14:00–14:30，电话　劳动争议咨询，请在 明天 09:00 前确认',
    },
  ])
  expect(view({ answers }, at('2026-09-17T09:00:00')).answers[0]).toMatchObject({
    state: '已过确认时间，工会会来协调',
    tone: 'late',
  })
})

test('a record that is owed says until when, and is late afterwards', () => {
  const records = [item({ state: 'CLEARED', dueAt: at('2026-09-18T14:30:00') })]
  const due = (now: string) => view({ records }, at(now)).records[0]
  expect(due('2026-09-17T15:00:00')).toMatchObject({ state: '请在 明天 14:30 前填写', tone: 'amber' })
  expect(due('2026-09-18T14:30:00')).toMatchObject({ tone: 'late' })
})

test('today tells the hours and how each stands', () => {
  const today = (state: DeskItem['state'], now = NOW) => view({ today: [item({ state })] }, now).today[0]
  expect(today('BOOKED')).toMatchObject({ day: '', hours: '14:00–14:30', state: '待确认冲突' })
  expect(today('CLEARED')).toMatchObject({ state: '已确认' })
  expect(today('CLEARED', at('2026-09-17T14:05:00'))).toMatchObject({ state: '正在咨询' })
  expect(today('CONSULTING')).toMatchObject({ state: '记录未提交', tone: 'amber' })
})

test('what waits for an answer is not listed a second time among what comes next', () => {
  const next = [item(), item({ appointmentId: 'apt_2', state: 'CLEARED' })]
  expect(view({ answers: [item()], next }).next.map(({ appointmentId }) => appointmentId)).toEqual(['apt_2'])
})

test('a lawyer without a profile reads that the union is preparing it; others that it is not theirs', () => {
  const refused = (code: 'NOT_FOUND' | 'NO_PERMISSION') => refusedView({ code, sentence: '', detail: {} })
  expect(refused('NOT_FOUND')).toEqual({ kind: 'preparing' })
  expect(refused('NO_PERMISSION')).toMatchObject({ kind: 'failed', title: '您暂无权限查看此页' })
})

const slot = (from: string, to: string, held = false) => ({
  slotId: `sl_${from}`,
  startAt: at(`2026-09-18T${from}:00`),
  endAt: at(`2026-09-18T${to}:00`),
  held,
})
const swap = (fields: Partial<SwapItem> = {}): SwapItem => ({
  swapId: 'sw_1',
  fromId: 'lw_luo',
  fromName: '罗律师',
  toId: 'lw_ye',
  toName: '叶律师',
  slots: [slot('15:00', '15:30', true), slot('15:30', '16:00'), slot('17:00', '17:30')],
  state: 'PROPOSED',
  mine: false,
  reason: '',
  ...fields,
})

test('slots that follow one another are told as one, whatever their order', () => {
  const slots = [slot('17:00', '17:30'), slot('15:30', '16:00'), slot('15:00', '15:30')]
  expect(hourLines(slots)).toEqual(['9月18日（周五）15:00–16:00', '9月18日（周五）17:00–17:30'])
})

test('a swap asks the other lawyer, and tells how many hours are booked', () => {
  expect(swapView(swap())).toMatchObject({
    title: '罗律师请您接替',
    held: '其中1个时段已有预约，一并转交',
    state: '请您答复',
    asks: true,
    back: '',
  })
})

test('a swap may be taken back until staff have approved it', () => {
  const back = (mine: boolean, state: SwapItem['state']) => swapView(swap({ mine, state })).back
  expect([back(true, 'PROPOSED'), back(true, 'ANSWERED'), back(true, 'APPROVED')]).toEqual([
    '撤回',
    '撤回',
    '',
  ])
  expect([back(false, 'ANSWERED'), back(false, 'APPROVED')]).toEqual(['不再接替', ''])
  expect(swapView(swap({ mine: true })).title).toBe('请叶律师接替')
})
