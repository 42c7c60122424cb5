import { detailView } from '../../miniprogram/packages/activities/pages/detail/detail.view'
import { previewOf } from '../../miniprogram/packages/staff/draft/preview'
import { draft, draftSession } from './draft-sample'
import { NOW, at } from './sample'

const shown = { orgName: '和顺街道总工会', now: NOW }

test("a draft is shown on the worker's own page: what they would read, with every place free", () => {
  const activity = previewOf(draft, shown)
  expect(activity).toMatchObject({ title: '中秋手作', phase: 'SOON', unit: '名', orgName: '和顺街道总工会' })
  expect(activity.sessions[0]?.segments).toEqual([
    { key: '0', label: '新就业形态', left: 12, capacity: 12 },
    { key: '1', label: '通用', left: 24, capacity: 24 },
  ])
  const view = detailView({ activity, tickets: {}, now: NOW })
  expect(view).toMatchObject({
    title: '中秋手作',
    when: '9月24日（周四）15:00–17:00',
    org: '和顺街道总工会主办',
  })
  expect(view.notes[0]).toBe('请提前10分钟到场。')
})

test('what is still missing is said, not left blank', () => {
  const { title, sessions } = previewOf(
    { ...draft, title: '', sessions: [{ ...draftSession, spot: { ...draftSession.spot, name: '' } }] },
    shown,
  )
  expect([title, sessions[0]?.spot.name]).toEqual(['还没有名称', '地点待填写'])
})

test('groups are counted as groups, sessions stand by time, and what is open to all has no count', () => {
  const later = { ...draftSession, startAt: at('2026-09-30T15:00:00'), endAt: at('2026-09-30T17:00:00') }
  const visit = previewOf({ ...draft, groupMax: 20, sessions: [later, draftSession] }, shown)
  expect(visit.unit).toBe('组')
  expect(visit.sessions.map(({ startAt }) => startAt)).toEqual([draftSession.startAt, later.startAt])
  expect(previewOf({ ...draft, mode: 'OPEN' }, shown).sessions[0]).not.toHaveProperty('left')
})

test('each phase of the calendar is shown as it would be then', () => {
  const phaseAt = (now: string) => previewOf(draft, { ...shown, now: at(now) }).phase
  expect(
    ['2026-09-18T09:00:00', '2026-09-24T14:00:00', '2026-09-24T16:00:00', '2026-09-24T17:00:00'].map(phaseAt),
  ).toEqual(['OPEN', 'SHUT', 'RUNNING', 'ENDED'])
})
