/** The rota of a volunteer lawyer: its calendar, its rules, time away, swaps and the parties they act for. */
import {
  affectedLines,
  leaveHours,
  leaveProblem,
  newLeave,
  withDay,
} from '../../miniprogram/packages/lawyer/components/leave-sheet/leave-form'
import {
  newParty,
  partyLines,
  partyProblem,
  savedWords,
  withParty,
} from '../../miniprogram/packages/lawyer/components/parties-sheet/party-form'
import {
  changeWords,
  newRule,
  overlapWords,
  ruleFormView,
  ruleProblem,
  toggled,
  type RuleForm,
} from '../../miniprogram/packages/lawyer/components/rule-sheet/rule-form'
import {
  colleagueOptions,
  slotOptions,
  swapProblem,
} from '../../miniprogram/packages/lawyer/components/swap-sheet/swap-options'
import {
  leaveWords,
  refusedView,
  rotaView,
  swappable,
} from '../../miniprogram/packages/lawyer/pages/rota/rota.view'
import { ruleTitle } from '../../miniprogram/shared/rule-words'
import type { RotaSlot, RotaView } from '../../typings/api/legal'
import type { RotaRule } from '../../typings/documents'
import { at, NOW } from './sample'

const rule: RotaRule = {
  id: 'ru_1',
  weekdays: [2, 4],
  from: '14:00',
  to: '17:00',
  slotMin: 30,
  everyWeeks: 1,
  anchorDate: '2026-09-01',
  untilDate: null,
  onHoliday: 'SKIP',
  onMakeup: 'SKIP',
  modes: ['PHONE'],
}
const slot = (from: string, state: RotaSlot['state'] = 'FREE', fields: Partial<RotaSlot> = {}): RotaSlot => ({
  slotId: `sl_${from}`,
  startAt: at(`${from}:00`),
  endAt: at(`${from}:00`) + 30 * 60_000,
  modes: ['PHONE', 'TEXT'],
  state,
  ...fields,
})
const rota: RotaView = {
  lawyerId: 'lw_ye',
  name: '叶律师',
  modes: ['PHONE', 'TEXT'],
  rev: 4,
  rules: [rule],
  leaves: [
    { id: 'lv_1', fromAt: at('2026-09-01T00:00:00'), toAt: at('2026-09-03T00:00:00'), reason: '出差' },
    { id: 'lv_2', fromAt: at('2026-10-08T00:00:00'), toAt: at('2026-10-10T00:00:00'), reason: '出庭' },
  ],
  slots: [
    slot('2026-09-17T14:00', 'HELD', { appointmentId: 'apt_1' }),
    slot('2026-09-17T14:30'),
    slot('2026-09-21T14:00', 'UNCOVERED', { appointmentId: 'apt_2' }),
  ],
  days: [
    { date: '2026-09-20', kind: 'MAKEUP' },
    { date: '2026-09-25', kind: 'HOLIDAY', name: '中秋节' },
    { date: '2026-09-28', kind: 'WORKDAY', pending: true },
  ],
  swaps: [],
  colleagues: [{ lawyerId: 'lw_luo', name: '罗律师', firm: '正言演示所' }],
}
const view = (fields: Partial<RotaView> = {}, date = '2026-09-17', from = '2026-09-16') =>
  rotaView({ rota: { ...rota, ...fields }, from, date, now: NOW })

describe('the calendar', () => {
  const cell = (date: string) => view().cells.find(one => one.date === date)

  test('has two weeks with what is booked of all, and 休, 班 and 待 where they are', () => {
    expect(view().cells).toHaveLength(14)
    expect(cell('2026-09-16')).toMatchObject({ weekday: '今天', day: '16', mark: '', count: '—' })
    expect(cell('2026-09-17')).toMatchObject({ weekday: '四', count: '1/2', due: false })
    expect(cell('2026-09-20')).toMatchObject({ weekday: '日', mark: '班', tone: 'amber' })
    expect(cell('2026-09-25')).toMatchObject({ mark: '休', tone: 'green' })
    expect(cell('2026-09-28')).toMatchObject({
      mark: '待',
      label: '2026年9月28日，周一，节假日待定，没有排班',
    })
    expect(cell('2026-09-21')).toMatchObject({ due: true, label: '2026年9月21日，周一，共1段，已约1段' })
    expect(view().pending).toBe(true)
  })

  test('names the months, and goes back no further than today', () => {
    expect(view()).toMatchObject({ months: '2026年9月', first: true })
    expect(view({}, '2026-09-30', '2026-09-30')).toMatchObject({ months: '2026年9月–10月', first: false })
  })

  test('lists the slots of the chosen day; one that is booked leads to its case', () => {
    expect(view().slots).toMatchObject([
      { time: '14:00–14:30', modes: '电话、图文', state: '已约', appointmentId: 'apt_1' },
      { time: '14:30–15:00', state: '可约', appointmentId: '' },
    ])
    expect(view({}, '2026-09-25')).toMatchObject({ slots: [], day: '9月25日（周五）', dayNote: '中秋节' })
  })

  test('points out what is booked and no rule gives any more', () => {
    expect(view().uncovered).toMatchObject([
      { time: '9月21日（周一）14:00–14:30', state: '已约，不在排班内', appointmentId: 'apt_2' },
    ])
  })

  test('shows the rules, and leaves that are not over', () => {
    expect(view().rules).toEqual([
      { id: 'ru_1', title: '每周二、四 14:00–17:00', line: '每段30分钟　电话　节假日休息　调休日休息' },
    ])
    expect(view().leaves).toEqual([{ id: 'lv_2', title: '10月8日（周四）–10月9日（周五）', line: '出庭' }])
    expect(leaveWords({ fromAt: at('2026-09-17T09:00:00'), toAt: at('2026-09-17T12:00:00') })).toBe(
      '9月17日 09:00–9月17日 12:00',
    )
  })

  test('without a profile the union is preparing it', () => {
    expect(refusedView({ code: 'NOT_FOUND', sentence: '', detail: {} })).toEqual({ kind: 'preparing' })
  })
})

describe('a rule', () => {
  const form = (fields: Partial<RuleForm> = {}): RuleForm => ({
    ...newRule(['PHONE', 'TEXT'], '2026-09-16'),
    weekdays: [3],
    ...fields,
  })

  test('is told in a few words', () => {
    expect(ruleTitle({ ...rule, weekdays: [6], everyWeeks: 2 })).toBe('每两周周六 14:00–17:00')
    expect(ruleTitle({ ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7] })).toBe('每天 14:00–17:00')
  })

  test('begins with an afternoon, half hours and the first way in which the lawyer works', () => {
    expect(newRule(['TEXT'], '2026-09-16')).toMatchObject({ slotMin: 30, modes: ['TEXT'], weekdays: [] })
    expect(ruleFormView(form(), ['PHONE', 'TEXT'])).toMatchObject({
      summary: '每周三 14:00–17:00，每次6段',
      asksFirst: false,
      seldom: '节假日休息，调休日休息，不限期',
      until: '',
    })
  })

  test('of every second week asks which is the first, and keeps a length that is not offered', () => {
    const shown = ruleFormView(form({ everyWeeks: 2, slotMin: 25, untilDate: '2026-12-31' }), ['PHONE'])
    expect(shown).toMatchObject({
      asksFirst: true,
      first: '2026年9月16日所在的一周',
      until: '2026年12月31日',
    })
    expect(shown.lengths.filter(({ on }) => on)).toEqual([{ key: 25, label: '25分钟', on: true }])
  })

  test('says what is missing', () => {
    expect(ruleProblem(form({ weekdays: [] }))).toBe('请选择周几。')
    expect(ruleProblem(form({ to: '14:00' }))).toBe('结束时间要晚于开始时间。')
    expect(ruleProblem(form({ to: '14:20' }))).toBe('时间不够一段，请延长，或改短每段。')
    expect(ruleProblem(form({ modes: [] }))).toBe('请选择咨询方式。')
    expect(ruleProblem(form({ untilDate: '2026-09-01' }))).toBe('结束日期不能早于开始的一周。')
    expect(ruleProblem(form())).toBe('')
  })

  test('that overlaps another is told which', () => {
    const shifted = form({ weekdays: [4], from: '16:00', to: '18:00' })
    expect(overlapWords(shifted, [rule])).toBe(
      '与已有的“每周二、四 14:00–17:00”时间重叠，请改时间，或先改那条规则。',
    )
    expect(overlapWords(form(), [rule])).toMatch(/^与已有的规则时间重叠/)
    expect(overlapWords({ ...rule }, [rule])).toMatch(/^与已有的规则/)
  })

  test('tells what saving changes, and that what is booked stays', () => {
    const clash = { slotId: 's', startAt: at('2026-09-17T14:00:00'), endAt: 0, appointmentId: 'apt_1' }
    expect(changeWords({ slotsAdded: 48, slotsRemoved: 6, clashes: [clash], rev: 1 })).toEqual([
      '未来四周：新增 48 个可约时段，收回 6 个没有人约的时段。',
      '1 个已有预约不在新的排班内，仍会保留：',
      '9月17日（周四）14:00',
    ])
    expect(changeWords({ slotsAdded: 0, slotsRemoved: 0, clashes: [], rev: 1 })).toEqual([
      '未来四周：可约时段不变。',
    ])
  })

  test('its chips go on and off', () => {
    expect([toggled([1, 2], 2), toggled([1], 2)]).toEqual([[1], [1, 2]])
  })
})

describe('time away', () => {
  const leave = { ...newLeave('2026-09-16'), reason: '出庭' }

  test('of whole days ends with the last of them', () => {
    expect(leaveHours(leave)).toEqual({
      fromAt: at('2026-09-17T00:00:00'),
      toAt: at('2026-09-18T00:00:00'),
    })
    expect(leaveHours({ ...leave, whole: false })).toMatchObject({ toAt: at('2026-09-17T18:00:00') })
  })

  test('takes its last day along, and says what is wrong', () => {
    expect(withDay(leave, { fromDate: '2026-09-20' })).toMatchObject({ toDate: '2026-09-20' })
    expect(leaveProblem(leave, NOW)).toBe('')
    expect(leaveProblem({ ...leave, reason: ' ' }, NOW)).toMatch(/请填写原因/)
    expect(leaveProblem({ ...leave, whole: false, toTime: '09:00' }, NOW)).toBe('结束要晚于开始。')
    expect(leaveProblem(leave, at('2026-09-19T00:00:00'))).toBe('这段时间已经过去。')
    expect(leaveProblem({ ...leave, toDate: '2027-10-01' }, NOW)).toBe('一次请假最长一年。')
  })

  test('lists the appointments within, and nothing that is free or begun', () => {
    expect(affectedLines(rota.slots, leaveHours(leave), NOW)).toEqual(['9月17日（周四）14:00　电话、图文'])
    expect(affectedLines(rota.slots, leaveHours(leave), at('2026-09-17T14:00:00'))).toEqual([])
  })
})

describe('a swap', () => {
  test('offers slots of the day that lie ahead and are in no swap yet', () => {
    const [held, free] = rota.slots
    if (!held || !free) throw new Error('the rota has slots')
    const ids = (swaps: RotaView['swaps'], now = NOW) =>
      swappable({ ...rota, swaps }, '2026-09-17', now).map(({ slotId }) => slotId)
    expect(ids([])).toEqual([held.slotId, free.slotId])
    expect(ids([], held.startAt)).toEqual([free.slotId])
    const swap = { swapId: 'sw_1', fromId: '', fromName: '', toId: '', toName: '', mine: true, reason: '' }
    expect(ids([{ ...swap, state: 'PROPOSED', slots: [{ ...free, held: false }] }])).toEqual([held.slotId])
    expect(view({ colleagues: [] }).swappable).toBe(false)
  })

  test('needs a slot and a colleague', () => {
    expect(slotOptions(rota.slots.slice(0, 1), []).map(({ words }) => words)).toEqual([
      '14:00–14:30　电话、图文　已约，一并转交',
    ])
    expect(colleagueOptions(rota)).toEqual([{ lawyerId: 'lw_luo', words: '罗律师　正言演示所' }])
    expect(swapProblem([], 'lw_luo')).toBe('请选择要换的时段。')
    expect(swapProblem(['s'], '')).toBe('请选择接替的同事。')
    expect(swapProblem(Array.from({ length: 21 }, String), 'lw_luo')).toBe('一次最多换20个时段。')
    expect(swapProblem(['s'], 'lw_luo')).toBe('')
  })
})

describe('declared parties', () => {
  const today = newParty('2026-09-16')
  const party = { name: '演示速捷配送有限公司', untilDate: '2027-09-16' }

  test('run for a year unless told, and need a whole name and a right code', () => {
    expect(today.untilDate).toBe('2027-09-16')
    expect(partyProblem({ ...today, name: '甲' }, [])).toBe('请填写当事人全称。')
    expect(partyProblem({ ...today, name: party.name, uscc: '123' }, [])).toMatch(/18位/)
    expect(partyProblem({ ...today, name: party.name }, [party])).toBe('已经在名单里。')
    expect(partyProblem({ ...today, name: party.name, uscc: '91110000ma0000000x' }, [party])).toBe('')
  })

  test('a code is kept in capitals, an absent one not at all', () => {
    const form = { ...today, name: ' 演示甲公司 ', uscc: '9111 0000ma0000000x' }
    expect(withParty(form, [party])).toEqual([
      { name: '演示甲公司', uscc: '91110000MA0000000X', untilDate: '2027-09-16' },
      party,
    ])
    expect(partyLines([party])).toEqual([{ index: 0, name: party.name, line: '到2027年9月16日' }])
  })

  test('saving says how many there are, and whether an appointment is looked after by the union', () => {
    expect(savedWords({ count: 3, conflicted: 0 })).toBe('已保存 3 个')
    expect(savedWords({ count: 3, conflicted: 1 })).toBe('已保存 3 个；1 个预约有冲突，已交工会另行安排')
    expect(savedWords({ count: 0, conflicted: 0 })).toBe('已清空')
  })
})
