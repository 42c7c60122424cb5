import { localDate } from '../../../miniprogram/shared/time'
import type { ActivityDraft, LimitEvent, RotaRule } from '../../../typings/documents'
import { personId } from '../world'
import type { Situation } from '../permissions/inputs'
import { EVENT_ID, limitIdOf } from '../permissions/legal-stage'
import { OP_ID, TARGET } from '../permissions/stage'

const HOUR = 3600_000
const reason = '核对后更正'
const notice = (of: string) => `nt_${personId(of)}_GRANT_1`

const suspension = (now: number): LimitEvent => ({
  id: EVENT_ID,
  kind: 'SUSPENDED',
  date: localDate(now - 48 * HOUR),
  untilDate: localDate(now - 24 * HOUR),
  state: 'REPORTED',
})
const rule: Omit<RotaRule, 'id'> = {
  ...{ weekdays: [6], from: '18:00', to: '19:00', slotMin: 30, everyWeeks: 2, anchorDate: '2026-09-07' },
  ...{ untilDate: null, onHoliday: 'KEEP', onMakeup: 'AS_WEEKDAY', modes: ['PHONE'] },
}

/** A draft with one of everything. */
const draft = ({ of, now }: Situation): ActivityDraft => ({
  kind: 'LECTURE',
  mode: 'FIRST',
  art: 'lecture',
  title: '新的活动',
  body: '内容',
  coverId: '',
  orgId: of.orgId,
  audience: { memberOnly: false, employments: ['RIDER'] },
  notes: ['带好证件'],
  cancelBeforeMin: 1440,
  groupMax: 1,
  questions: [{ key: 'q1', label: '尺码', kind: 'CHOICE', options: ['大'], required: true }],
  budgetFen: 0,
  sessions: [
    {
      startAt: now + 48 * HOUR,
      endAt: now + 49 * HOUR,
      openAt: now,
      closeAt: now + 48 * HOUR,
      spot: { name: '二层', address: '东里6号', lng: 116.4, lat: 39.9 },
      places: 10,
      kept: [{ label: '骑手', places: 2, employments: ['RIDER'] }],
    },
  ],
})

/** What the inputs of the permission test leave out: fields that may be absent, and the other ways to ask. */
export const more: Record<string, (situation: Situation) => object[]> = {
  'account.register': () => [{ largeText: true }],
  'account.inbox': () => [{ cursor: '1_nt' }],
  'account.inboxRead': () => [{ all: undefined, ids: [notice(TARGET)] }],
  'account.agenda': () => [{ ics: true }],
  'account.orgTree': () => [{ parentId: 'org_R', cursor: '1_org' }, { q: '总工会' }],
  'account.orgSave': () => [{ orgId: 'org_S3' }],
  'account.roleList': () => [{ orgId: 'org_S1', personId: personId(TARGET), cursor: '1_gr' }],
  'activity.list': () => [
    { kind: 'COOL', orgId: 'org_S1', from: 0, to: 1, hasPlace: true, cursor: '1_ac', limit: 5 },
  ],
  'activity.signUp': () => [{ headcount: 1, answers: { q1: '大' } }],
  'activity.waitJoin': () => [{ answers: { q1: '大' } }],
  'activity.cancel': () => [{ reason }],
  'activity.mine': () => [{ cursor: '1_se' }, { tab: 'WAITING', cursor: '1_se' }, { tab: 'ENDED' }],
  'activity.feedback': () => [{ text: '很好' }],
  'activity.manageList': () => [{ state: 'LIVE', cursor: '1_ac' }],
  'activity.save': situation => [
    { activityId: situation.of.activityId, rev: 1, draft: draft(situation) },
    { draft: draft(situation) },
  ],
  'activity.decide': () => [{ reason }],
  'activity.callOff': ({ of }) => [{ sessionId: of.sessionId }],
  'activity.roster': () => [{ q: '测', cursor: '1' }],
  'activity.rosterPack': () => [{ cursor: '1' }],
  'activity.checkIn': () => [
    { rid: undefined, reason: undefined, code: 'GJ1.C' },
    { rid: undefined, reason: undefined, digits: '12345678' },
  ],
  'activity.checkInSync': ({ of, now }) => [
    { records: [{ seq: 1, at: now, method: 'MANUAL', rid: of.rid, code: 'GJ1.C', reason }] },
  ],
  'insight.approvals': () => [{ cursor: '1_apv' }],
  'insight.export': () => [{ full: true }],
  'account.calendarSave': () => [
    { days: [{ date: '2031-01-01', kind: 'HOLIDAY', name: '元旦' }] },
    { days: [{ date: '2031-02-01', kind: 'MAKEUP', name: '春节', actsAs: 3 }] },
  ],
  'legal.book': ({ now }) => [
    {
      intake: {
        opponents: [{ name: '演示四方物流有限公司', uscc: '91110101MA00000000' }],
        claimType: 'WAGES',
        keyDate: localDate(now),
        facts: '七月和八月的工资一直没有发，催了三次。',
        fileIds: [`fl_${OP_ID}`],
      },
    },
  ],
  'legal.cancel': () => [{ reason }],
  'legal.mine': () => [{ cursor: `1_apt_${OP_ID}` }],
  'legal.rate': () => [{ text: '谢谢' }],
  'legal.limitCalc': ({ now }) => [
    { endDate: localDate(now), events: [suspension(now)] },
    { employedStill: true, events: [] },
  ],
  'legal.limitSave': ({ persona, now }) => [
    { limitId: limitIdOf(persona), rev: 1, endDate: localDate(now), events: [suspension(now)] },
  ],
  'legal.limitEvent': ({ now }) => [
    { kind: 'SUSPENDED', untilDate: localDate(now) },
    { opId: undefined, kind: undefined, date: undefined, eventId: EVENT_ID, confirm: true },
  ],
  'legal.partiesSave': ({ now }) => [
    { parties: [{ name: '演示四方物流有限公司', uscc: '91110101MA00000000', untilDate: localDate(now) }] },
  ],
  'legal.rotaView': ({ of }) => [{ lawyerId: of.lawyerId }],
  'legal.ruleSave': ({ of }) => [
    { lawyerId: of.lawyerId, remove: true, preview: true },
    { rule: { ...rule, id: `ru_${OP_ID}` } },
  ],
  'legal.leaveSave': ({ of }) => [
    { lawyerId: of.lawyerId, cancel: true },
    { leaveId: `lv_${OP_ID}`, remove: true },
  ],
  'legal.caseList': ({ of }) => [{ lawyerId: of.lawyerId, cursor: `1_apt_${OP_ID}` }],
  'legal.swapApprove': () => [{ reason }],
  'legal.lawyerSave': () => [{ site: { name: '法律服务站', address: '东里6号', lng: 116.4, lat: 39.9 } }],
}
