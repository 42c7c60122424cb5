/** What staff cannot take back is asked about first, and then done once. */
import type { ActivitiesPage } from '../../miniprogram/packages/staff/pages/activities/activities-page'
import { draft } from '../shared/draft-sample'
import { fakePhone, ok, refused } from './phone'

const chosen = { activityId: 'ac_1', state: 'REVIEWING', sessions: [] } as unknown as NonNullable<
  ActivitiesPage['chosen']
>

async function list(...answers: Parameters<typeof fakePhone>[0] & object) {
  const phone = fakePhone(answers)
  const [{ endingTaps }, { keepWriting, keptWriting }] = await Promise.all([
    import('../../miniprogram/packages/staff/pages/activities/ending-taps'),
    import('../../miniprogram/services/draft'),
  ])
  const data: Record<string, unknown> = { sessionId: '' }
  let loads = 0
  const page = {
    ...endingTaps,
    data,
    setData: (change: object) => void Object.assign(data, change),
    chosen,
    reason: '停电',
    load: async () => void loads++,
    readSessions: async () => true,
  } as unknown as ActivitiesPage & typeof endingTaps
  keepWriting('ac_1', { activityId: 'ac_1', opId: 'op', rev: 1, base: draft, draft })
  return { phone, page, data, kept: () => keptWriting('ac_1'), loads: () => loads }
}

test('a draft is thrown away only after a second yes, and what the phone kept of it goes too', async () => {
  const { phone, page, data, kept, loads } = await list(ok({ affected: 0 }))
  page.openDiscard(chosen)
  expect(data).toMatchObject({
    ending: 'discard',
    sheet: '',
    note: expect.stringMatching(/复核.*不能恢复/) as string,
  })
  expect(phone.sent).toEqual([])
  await page.onDiscard()
  expect(phone.sent).toMatchObject([
    { data: { action: 'callOff', input: { activityId: 'ac_1', reason: '' } } },
  ])
  expect([data.ending, loads(), kept(), phone.toasts]).toEqual(['', 1, undefined, ['草稿已删除']])
})

test('refused, everything stays', async () => {
  const { phone, page, kept, loads } = await list(refused('INTERNAL'))
  page.openDiscard(chosen)
  await page.onDiscard()
  expect([loads(), kept()?.activityId]).toEqual([0, 'ac_1'])
  expect(phone.toasts).toHaveLength(1)
})

test('one thinks again: nothing is sent', async () => {
  const { phone, page, data } = await list()
  page.openDiscard(chosen)
  page.onEndingClose()
  expect([data.ending, phone.sent]).toEqual(['', []])
})
