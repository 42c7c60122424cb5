/** What is written is never lost, and never saved twice, whatever becomes of the network. */
import type { Writing } from '../../miniprogram/services/draft'
import type { Editable } from '../../typings/api/activity'
import type { ActivityDraft } from '../../typings/documents'
import { draft, published } from '../shared/draft-sample'
import { fakePhone, ok, refused, type FakePhone } from './phone'

const saved = (rev: number, as: ActivityDraft): Editable => ({ ...published, rev, state: 'DRAFT', draft: as })
const inputs = ({ sent }: FakePhone) =>
  sent.map(({ data }) => data.input as { opId: string; rev: number; draft: ActivityDraft })

async function start(phone: FakePhone) {
  const [{ keepWriting, keptWriting, forgetWriting, NEW }, { openWriting }, { saveWriting }] =
    await Promise.all([
      import('../../miniprogram/services/draft'),
      import('../../miniprogram/packages/staff/pages/activity-edit/open-writing'),
      import('../../miniprogram/packages/staff/pages/activity-edit/save-writing'),
    ])
  /** Saves as the page does, keeping how far it came. */
  const save = async (writing: Writing) => {
    let now = writing
    const answer = await saveWriting(writing, progress => {
      now = { ...now, ...progress }
      keepWriting(NEW, now)
    }).catch((thrown: { code: string }) => thrown.code)
    return { answer, now }
  }
  return { phone, keepWriting, keptWriting, forgetWriting, NEW, openWriting, save }
}

test('what was typed into a new activity is there again after the phone was switched off', async () => {
  const { openWriting, keepWriting, NEW } = await start(fakePhone())
  const first = await openWriting({}, 'org_S2', Date.now())
  expect(first).toMatchObject({ name: NEW, writing: { activityId: '', rev: 0 } })
  keepWriting(NEW, { ...first.writing, draft })
  const second = await openWriting({}, 'org_S2', Date.now())
  expect(second.writing).toMatchObject({ draft, opId: first.writing.opId })
  expect(second.keptAt).toBeGreaterThan(0)
})

test('a lost answer makes no second activity: the same save is asked for again, then what was written since', async () => {
  const { phone, openWriting, save } = await start(
    fakePhone(['lost', ok(saved(1, draft)), ok(saved(2, { ...draft, title: '花灯会' }))]),
  )
  const { writing } = await openWriting({}, 'org_S2', Date.now())
  const lost = await save({ ...writing, draft })
  expect(lost.answer).toBe('UNREACHABLE')
  expect(lost.now.sent).toEqual(draft)

  const { answer } = await save({ ...lost.now, draft: { ...draft, title: '花灯会' } })
  expect(answer).toMatchObject({ rev: 2 })
  const [first, again, since] = inputs(phone)
  expect(again).toEqual(first)
  expect(since).toMatchObject({ activityId: 'ac_1', rev: 1, draft: { title: '花灯会' } })
  expect(since?.opId).not.toBe(first?.opId)
})

test('a save that is simply tried again is the same save', async () => {
  const { phone, openWriting, save } = await start(fakePhone(['lost', ok(saved(1, draft))]))
  const { writing } = await openWriting({}, 'org_S2', Date.now())
  const lost = await save({ ...writing, draft })
  await save(lost.now)
  const [first, again] = inputs(phone)
  expect(again).toEqual(first)
})

test('a save that was refused leaves nothing to be asked for', async () => {
  const { openWriting, save } = await start(fakePhone([refused('INTERNAL')]))
  const { writing } = await openWriting({}, 'org_S2', Date.now())
  const { answer, now } = await save({ ...writing, draft })
  expect(answer).toBe('INTERNAL')
  expect(now.sent).toBeUndefined()
})

test('what the phone kept of a saved activity goes on where nobody else has written', async () => {
  const { openWriting, keepWriting } = await start(fakePhone([ok(published), ok({ ...published, rev: 8 })]))
  const base = published.draft
  const writing = { activityId: 'ac_1', opId: 'o', rev: 7, base, draft: { ...base, title: '花灯' } }
  keepWriting('ac_1', writing)
  expect(await openWriting({ id: 'ac_1' }, '', 0)).toMatchObject({ writing, editable: published })
  // somebody else has saved: both versions are handed on
  const opened = await openWriting({ id: 'ac_1' }, '', 0)
  expect(opened).toMatchObject({ writing, theirs: { rev: 8 } })
})

test('without a network one goes on writing what the phone kept, and reads of anything else fail', async () => {
  const { openWriting, keepWriting } = await start(fakePhone(['lost', 'lost', 'lost', 'lost']))
  const writing = { activityId: 'ac_1', opId: 'o', rev: 7, base: draft, draft }
  keepWriting('ac_1', writing)
  expect(await openWriting({ id: 'ac_1' }, '', 0)).toMatchObject({ writing })
  await expect(openWriting({ id: 'ac_2' }, '', 0)).rejects.toMatchObject({ code: 'UNREACHABLE' })
})

test('a copy is a new activity, and the old one stays as it is', async () => {
  const { openWriting } = await start(fakePhone([ok(published)]))
  const { name, writing } = await openWriting({ copy: 'ac_1' }, '', published.updatedAt)
  expect(name).toBe('copy-ac_1')
  expect(writing).toMatchObject({ activityId: '', rev: 0, draft: { title: '中秋手作' } })
  expect(writing.draft.sessions[0]?.sessionId).toBeUndefined()
})
