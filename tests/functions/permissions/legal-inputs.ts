import { localDate } from '../../../miniprogram/shared/time'
import type { Intake, LegalApi, LimitInput } from '../../../typings/api/legal'
import type { RotaRule } from '../../../typings/documents'
import type { InputsOf, Situation } from './inputs'
import { askedSwapId, bookedId, caseId, EVENT_ID, isLawyer, limitIdOf, ownSlotId } from './legal-stage'
import { OP_ID } from './stage'

const DAY = 24 * 3600_000
const reason = '核对后更正'
const NO_FILE = 'fl_01TEST00000000000000000009'

const intake = (now: number): Intake => ({
  opponents: [{ name: '演示四方物流有限公司' }],
  claimType: 'WAGES',
  keyDate: localDate(now - DAY),
  facts: '七月和八月的工资一直没有发，催了三次。',
  fileIds: [],
})
const limit = (now: number): LimitInput => {
  const date = localDate(now - 9 * DAY)
  return {
    ...{ claimType: 'DISMISSAL', keyDate: date, employedStill: false },
    events: [{ id: EVENT_ID, kind: 'DEMANDED', date, state: 'REPORTED' }],
  }
}
const rule = (now: number): Omit<RotaRule, 'id'> => ({
  ...{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '19:00', slotMin: 30, everyWeeks: 1 },
  ...{ anchorDate: localDate(now), untilDate: null, onHoliday: 'SKIP', onMakeup: 'SKIP', modes: ['PHONE'] },
})
/** A lawyer sees to their own rota, staff to that of a lawyer of this side. */
const rotaOf = ({ of, persona }: Situation) => (isLawyer(persona) ? {} : { lawyerId: of.lawyerId })

export const legal: InputsOf<LegalApi> = {
  menu: () => ({}),
  slots: () => ({ serviceId: 'ls_labour', mode: 'PHONE' }),
  book: ({ of, now }) => ({
    slotId: of.slotId,
    serviceId: 'ls_labour',
    mode: 'PHONE',
    intake: intake(now),
  }),
  cancel: ({ of, persona }) => ({ appointmentId: bookedId(of, persona) }),
  mine: () => ({}),
  appointment: ({ of, persona }) => ({ appointmentId: bookedId(of, persona) }),
  rate: ({ of, persona }) => ({ appointmentId: bookedId(of, persona), score: 5 }),
  fileAdd: () => ({ fileId: 'cloud://gongjia-local.files/legal/none.pdf' }),
  fileLink: ({ of, persona }) => ({ appointmentId: bookedId(of, persona), id: NO_FILE }),
  limitCalc: ({ now }) => limit(now),
  limitSave: ({ now }) => ({ ...limit(now), opId: OP_ID, rev: 0, remind: true }),
  limitMine: () => ({}),
  limitEvent: ({ persona, now }) => ({
    ...{ limitId: limitIdOf(persona), opId: OP_ID },
    ...{ kind: 'DEMANDED', date: localDate(now - DAY) },
  }),
  limitRemove: ({ persona }) => ({ limitId: limitIdOf(persona) }),
  desk: () => ({}),
  conflictAnswer: ({ persona }) => ({ appointmentId: caseId(persona), clear: true }),
  record: ({ persona }) => ({
    ...{ appointmentId: caseId(persona), rev: 1, outcome: 'DONE', final: false },
    record: { facts: '', advice: '先收集工资条', next: 'NONE' },
  }),
  partiesSave: ({ now }) => ({
    parties: [{ name: '演示四方物流有限公司', untilDate: localDate(now + DAY) }],
  }),
  partiesMine: () => ({}),
  swapPropose: ({ of, persona, now }) => ({ slotIds: [ownSlotId(persona, now)], toLawyerId: of.lawyerId }),
  swapAnswer: ({ persona }) => ({ swapId: askedSwapId(persona), agree: true }),
  rotaView: situation => ({
    ...rotaOf(situation),
    ...{ from: localDate(situation.now), to: localDate(situation.now) },
  }),
  ruleSave: situation => ({
    ...rotaOf(situation),
    ...{ rev: 1, preview: false, rule: rule(situation.now) },
  }),
  leaveSave: situation => ({
    ...rotaOf(situation),
    ...{ rev: 1, fromAt: situation.now + 9 * DAY, toAt: situation.now + 10 * DAY, reason },
  }),
  caseList: () => ({ tab: 'COMING' }),
  reassign: ({ of }) => ({ appointmentId: of.appointmentId, toSlotId: of.otherSlotId, reason }),
  callOff: ({ of }) => ({ appointmentId: of.appointmentId, reason }),
  swapList: () => ({}),
  swapApprove: ({ of }) => ({ swapId: of.swapId, agree: true }),
  menuSave: () => ({
    ...{ key: 'review', name: '合同审查', intro: '看一看合同', modes: ['TEXT'], minutes: 30 },
    ...{ claimTypes: ['CONTRACT_REVIEW'], needsOpponent: false, open: true, order: 9, rev: 0 },
  }),
  lawyerList: () => ({}),
  lawyerSave: ({ of }) => ({
    ...{ personId: of.lawyerPersonId, surname: '叶', firm: of.title, licenceNo: '11101202610000042' },
    ...{ services: ['ls_labour'], modes: ['PHONE'], active: true, rev: 1 },
  }),
}
