import { caseCard } from '../../miniprogram/packages/staff/components/legal-cases/case-card'
import {
  formOf,
  lawyerRow,
  toLawyer,
} from '../../miniprogram/packages/staff/components/legal-lawyers/lawyer-form'
import {
  claimChoices,
  formOf as serviceFormOf,
  newForm,
  serviceRow,
  toggled,
  toService,
} from '../../miniprogram/packages/staff/components/legal-menu/service-form'
import { rotaModel } from '../../miniprogram/packages/staff/components/legal-rota/rota-days'
import { swapCard } from '../../miniprogram/packages/staff/components/legal-swaps/swap-card'
import { slotDays, targetsFor } from '../../miniprogram/packages/staff/components/move-sheet/targets'
import type { CaseItem, LawyerItem, LegalService, RotaSlot, SwapItem } from '../../typings/api/legal'
import { at } from './sample'

const NOW = at('2026-09-16T10:00:00')
const MINUTES = 30 * 60_000
const item: CaseItem = {
  ...{
    appointmentId: 'apt_1',
    service: '工伤',
    serviceId: 'ls_injury',
    lawyer: '罗律师',
    firm: '正言演示所',
  },
  ...{ lawyerId: 'lw_luo', person: '马*', mode: 'PHONE', state: 'CONFLICTED', reason: '', uncovered: false },
  startAt: at('2026-09-18T14:30:00'),
  endAt: at('2026-09-18T15:00:00'),
  dueAt: at('2026-09-17T08:10:00'),
}
const lawyer: LawyerItem = {
  ...{
    lawyerId: 'lw_ye',
    personId: 'p_ye',
    name: '叶知秋',
    surname: '叶',
    firm: '明理演示所',
    licence: '0001',
  },
  ...{ services: ['ls_injury'], modes: ['PHONE'], active: true, rev: 3 },
}
const slot = (clock: string, fields: Partial<RotaSlot> = {}): RotaSlot => {
  const startAt = at(`2026-09-${clock}:00`)
  return {
    ...{ slotId: `sl_${clock}`, startAt, endAt: startAt + MINUTES, modes: ['PHONE'], state: 'FREE' },
    ...fields,
  }
}

describe('an appointment as staff see it', () => {
  test('who, when and with whom; until when another lawyer must be found', () => {
    expect(caseCard(item, NOW)).toMatchObject({
      title: '马*　工伤',
      state: '律师不便承接',
      tone: 'late',
      lines: ['9月18日（周五）14:30–15:00', '罗律师　正言演示所', '电话'],
      due: '请在 9月17日 08:10 前改派',
      open: true,
    })
  })
  test('one that no rota gives any more says so before anything else', () => {
    const uncovered = caseCard({ ...item, state: 'CLEARED', uncovered: true, dueAt: item.startAt }, NOW)
    expect(uncovered).toMatchObject({ state: '时段已不在排班内', tone: 'amber', open: true })
    expect(uncovered.due).toBe('请在 9月18日 14:30 前改派')
  })
  test('nothing presses on a booked one; one that has begun or is over cannot be moved', () => {
    expect(caseCard({ ...item, state: 'BOOKED' }, NOW)).toMatchObject({ state: '等律师确认', due: '' })
    expect(caseCard({ ...item, state: 'DONE', reason: '换人' }, NOW)).toMatchObject({ open: false })
    expect(caseCard({ ...item, state: 'DONE', reason: '换人' }, NOW).lines).toContain('原因：换人')
    expect(caseCard({ ...item, state: 'CLEARED' }, item.startAt).open).toBe(false)
    expect(caseCard({ ...item, state: 'CLEARED' }, item.endAt).state).toBe('待律师填写记录')
  })
})

describe('who may take it over', () => {
  const others: LawyerItem[] = [
    lawyer,
    { ...lawyer, lawyerId: 'lw_site', modes: ['SITE'] },
    { ...lawyer, lawyerId: 'lw_wages', services: ['ls_wages'] },
    { ...lawyer, lawyerId: 'lw_paused', active: false },
    { ...lawyer, lawyerId: 'lw_new', rev: 0 },
    { ...lawyer, lawyerId: 'lw_luo', surname: '罗' },
  ]
  const ids = (of: CaseItem) => targetsFor(of, others).map(({ lawyerId }) => lawyerId)
  test('who gives the service in that way and is there; not the one with the conflict', () => {
    expect(ids(item)).toEqual(['lw_ye'])
    expect(ids({ ...item, state: 'ESCALATED' })).toEqual(['lw_ye', 'lw_luo'])
  })
  test('free hours in that way, two hours ahead, by day', () => {
    const slots = [
      slot('16T11:30'),
      slot('16T12:30'),
      slot('17T14:00'),
      slot('17T14:30', { state: 'HELD' }),
      slot('17T15:00', { modes: ['SITE'] }),
    ]
    expect(slotDays(item, slots, NOW)).toEqual([
      { date: '2026-09-16', title: '9月16日（周三）', slots: [{ slotId: 'sl_16T12:30', time: '12:30' }] },
      { date: '2026-09-17', title: '9月17日（周四）', slots: [{ slotId: 'sl_17T14:00', time: '14:00' }] },
    ])
  })
})

test('a rota shows its rules, leaves and the days on which something is, with the holidays', () => {
  const view = rotaModel({
    ...{ lawyerId: 'lw_ye', name: '叶律师', modes: ['PHONE'], rev: 1, swaps: [], colleagues: [] },
    rules: [
      {
        ...{ id: 'ru_1', weekdays: [2, 4], from: '14:00', to: '17:00', slotMin: 30, everyWeeks: 1 },
        ...{
          anchorDate: '2026-08-31',
          untilDate: null,
          onHoliday: 'SKIP',
          onMakeup: 'SKIP',
          modes: ['PHONE'],
        },
      },
    ],
    leaves: [
      { id: 'lv_1', fromAt: at('2026-09-25T00:00:00'), toAt: at('2026-09-28T00:00:00'), reason: '出差' },
    ],
    slots: [
      slot('24T14:00'),
      slot('24T14:30'),
      slot('24T15:00', { state: 'HELD' }),
      slot('25T15:00', { state: 'UNCOVERED' }),
    ],
    days: [
      { date: '2026-09-23', kind: 'WORKDAY' },
      { date: '2026-09-24', kind: 'WORKDAY', pending: true },
      { date: '2026-09-25', kind: 'HOLIDAY', name: '中秋节' },
    ],
  })
  expect(view.rules).toMatchObject([{ title: '每周二、四 14:00–17:00' }])
  expect(view.leaves).toEqual([{ id: 'lv_1', title: '9月25日 00:00 到 9月28日 00:00', line: '出差' }])
  expect(view.days).toEqual([
    {
      ...{ date: '2026-09-24', title: '9月24日（周四）', mark: '待定', name: '' },
      lines: [
        { text: '15:00–15:30　已约', tone: '' },
        { text: '14:00–15:00　空闲', tone: '' },
      ],
    },
    {
      ...{ date: '2026-09-25', title: '9月25日（周五）', mark: '休', name: '中秋节' },
      lines: [{ text: '15:00–15:30　已约，已不在排班内', tone: 'amber' }],
    },
  ])
})

test('a swap is for staff to decide once both lawyers agree', () => {
  const swap: SwapItem = {
    ...{ swapId: 'sw_1', fromId: 'lw_ye', fromName: '叶律师', toId: 'lw_han', toName: '韩律师', mine: false },
    slots: [{ ...slot('24T14:00'), held: true }],
    ...{ state: 'ANSWERED', reason: '' },
  }
  expect(swapCard(swap)).toMatchObject({
    title: '韩律师接替叶律师',
    state: '待您批准',
    waits: true,
    lines: ['9月24日（周四）14:00–14:30', '其中1个时段已有预约，一并转交'],
  })
  expect(swapCard({ ...swap, state: 'PROPOSED', slots: [] })).toMatchObject({ waits: false, lines: [] })
})

describe('a line of the menu', () => {
  const service: LegalService = {
    ...{ serviceId: 'ls_wages', name: '欠薪', intro: '怎么要', modes: ['PHONE', 'SITE'], minutes: 30 },
    ...{ claimTypes: ['WAGES'], needsOpponent: true, open: false, order: 3, rev: 2 },
  }
  test('says how, how long and whether it is closed', () => {
    expect(serviceRow(service)).toEqual({
      ...{ serviceId: 'ls_wages', name: '欠薪', line: '电话、到场　每次30分钟', state: '已停用' },
    })
  })
  test('is sent as it was written; what is missing is said', () => {
    const form = serviceFormOf(service)
    const { serviceId: _, ...sent } = service
    expect(toService(form)).toEqual({ key: 'wages', ...sent })
    expect(toService({ ...form, name: ' 欠 ' })).toMatch('名称')
    expect(toService({ ...form, modes: [] })).toMatch('咨询方式')
    expect(toService({ ...form, claimTypes: [] })).toMatch('事项')
    for (const minutes of ['', '9', '241', '1.5'])
      expect(toService({ ...form, minutes })).toMatch('10 到 240')
    expect(newForm('s1', [service])).toMatchObject({ key: 's1', order: 4, rev: 0, open: true })
    expect(newForm('s1', []).order).toBe(1)
  })
  test('a choice is tapped on and off', () => {
    expect(toggled(['PHONE', 'TEXT'], 'PHONE')).toEqual(['TEXT'])
    expect(toggled(['TEXT'], 'PHONE')).toEqual(['TEXT', 'PHONE'])
    expect(claimChoices(['WAGES'])[0]).toEqual({ key: 'WAGES', label: '拖欠工资', chosen: true })
  })
})

describe('the profile of a lawyer', () => {
  const site = { name: '驿站', address: '东里6号', lng: 116.4, lat: 39.9 }
  test('is told with the surname that workers see; a grant without one waits for it', () => {
    expect(lawyerRow(lawyer)).toMatchObject({
      title: '叶律师（叶知秋）',
      line: '明理演示所　电话',
      state: '',
    })
    expect(lawyerRow({ ...lawyer, active: false }).state).toBe('已暂停')
    expect(lawyerRow({ ...lawyer, rev: 0 })).toMatchObject({ title: '叶知秋', state: '待建立' })
  })
  test('the licence that is there stays unless another is written; a new profile needs one', () => {
    const form = formOf(lawyer)
    const { lawyerId: _, name: _name, licence: _licence, ...sent } = lawyer
    expect(toLawyer(form)).toEqual({ ...sent, licenceNo: '' })
    expect(toLawyer({ ...form, licence: '' })).toMatch('执业证号')
    expect(toLawyer({ ...form, licenceNo: '123' })).toMatch('执业证号')
    expect(toLawyer({ ...form, licenceNo: '11101202610000042' })).toMatchObject({ rev: 3 })
    expect(formOf({ ...lawyer, rev: 0, active: false }).active).toBe(true)
  })
  test('what is missing is said; consultations at a place need one on the map', () => {
    const form = formOf(lawyer)
    expect(toLawyer({ ...form, surname: 'Ye' })).toMatch('姓氏')
    expect(toLawyer({ ...form, firm: '明' })).toMatch('执业机构')
    expect(toLawyer({ ...form, modes: [] })).toMatch('咨询方式')
    expect(toLawyer({ ...form, modes: ['SITE'] })).toMatch('到场地点')
    expect(toLawyer({ ...form, modes: ['SITE'], site: { ...site, lat: 0, lng: 0 } })).toMatch('地图')
    expect(toLawyer({ ...form, modes: ['SITE'], site: { ...site, address: '' } })).toMatch('填完整')
    expect(toLawyer({ ...form, modes: ['SITE'], site })).toMatchObject({ site })
  })
})
