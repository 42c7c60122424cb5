import { fittingAnswers } from '../../../cloudfunctions/activity/holding/given-answers'
import { answersOf } from '../../../cloudfunctions/activity/holding/answers'
import type { Place, Question, Wait } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, personId, secrets, startWorld } from '../world'
import { queues } from './queue'

const questions: Question[] = [
  { key: 'size', label: '衣服尺码', kind: 'CHOICE', options: ['M', 'L'], required: true },
  { key: 'note', label: '还有什么要说', kind: 'TEXT', options: [], required: false },
]

describe('which answers fit', () => {
  test('what is asked is answered, choices are chosen from, blanks are left out', () => {
    expect(fittingAnswers(questions, { size: 'M', note: '  ' })).toEqual({ size: 'M' })
    expect(fittingAnswers(questions, { size: 'L', note: ' 靠窗 ' })).toEqual({ size: 'L', note: '靠窗' })
    expect(fittingAnswers([], {})).toEqual({})
  })

  test.each([
    [{}, 'size'],
    [{ size: ' ' }, 'size'],
    [{ size: 'XXL' }, 'size'],
    [{ size: 'M', other: 'x' }, 'other'],
  ])('%j is refused', (given, key) => {
    expect(() => fittingAnswers(questions, given as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', detail: { field: `answers.${key}` } }) as Error,
    )
  })

  test('a key that every object has is no answer', () => {
    const [question] = questions
    if (!question) throw new Error('there is one')
    expect(() => fittingAnswers([{ ...question, key: 'constructor' }], {})).toThrow()
  })
})

describe('signing up', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
    await world.people(['anna', 'bert', 'carl', 'dora'])
  })
  afterAll(() => world.cloud.stop())

  const signUp = (openid: string, sessionId: string, answers?: Record<string, string>) =>
    world.activities(openid, 'signUp', { sessionId, rulesVersion: 1, ...(answers && { answers }) })

  test('answers are sealed on the place, and open only there', async () => {
    const { sessionId } = await world.activity({ questions })
    ok(await signUp('anna', sessionId, { size: 'M', note: '靠窗' }))
    const [place] = await world.cloud.find<Place>('places', { pool: sessionId, state: 'HELD' })
    if (!place) throw new Error('anna holds a place')
    expect(JSON.stringify(place)).not.toContain('靠窗')
    process.env['GJ_PEPPER'] = secrets.pepper
    process.env['GJ_KEYS'] = secrets.keys
    expect(answersOf(place, questions)).toEqual([
      { label: '衣服尺码', text: 'M' },
      { label: '还有什么要说', text: '靠窗' },
    ])
    expect(() => answersOf({ ...place, holder: 'p_another' }, questions)).toThrow()
  })

  test('without the answers that are asked nobody gets a place', async () => {
    const { sessionId } = await world.activity({ questions, starts: [100] })
    expect(await signUp('anna', sessionId)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'answers.size' },
    })
    expect(codeOf(await signUp('anna', sessionId, { size: 'M', note: '长'.repeat(101) }))).toBe(
      'INVALID_INPUT',
    )
    expect(await world.cloud.count('places', { pool: sessionId, state: 'HELD' })).toBe(0)
  })

  test('words are looked at, choices are not; a check out of reach keeps nobody out', async () => {
    const { sessionId } = await world.activity({ questions, starts: [200] })
    const checks = async () =>
      (await world.cloud.outbox()).filter(({ api }) => api === 'security.msgSecCheck').length
    const before = await checks()
    ok(await signUp('bert', sessionId, { size: 'M' }))
    expect(await checks()).toBe(before)
    expect(await signUp('carl', sessionId, { size: 'M', note: '违规样例' })).toMatchObject({
      code: 'CONTENT_RISKY',
      detail: { field: 'answers' },
    })
    await world.cloud.script({ api: 'security.msgSecCheck', errCode: -1 })
    expect(codeOf(await signUp('dora', sessionId, { size: 'M', note: '靠窗' }))).toBe('OK')
  })
})

describe('waiting for a place', () => {
  const MINUTE = 60_000
  let world: World
  let q: ReturnType<typeof queues>
  beforeAll(async () => {
    world = await startWorld()
    q = queues(world)
    process.env['GJ_PEPPER'] = secrets.pepper
    process.env['GJ_KEYS'] = secrets.keys
  })
  afterAll(() => world.cloud.stop())

  const given = { size: 'M', note: '靠窗' }
  const told = [
    { label: '衣服尺码', text: 'M' },
    { label: '还有什么要说', text: '靠窗' },
  ]
  const join = (openid: string, sessionId: string, answers?: Record<string, string>, autoAccept = false) =>
    world.activities(openid, 'waitJoin', {
      ...{ sessionId, rulesVersion: 1, autoAccept },
      ...(answers && { answers }),
    })
  /** One place, held by `holder`; `anna` comes to wait for it. */
  async function full(starts = [72]) {
    const { sessionId } = await world.activity({ questions, starts, places: 1 })
    const [holder, anna] = [await q.someone(), await q.someone()]
    ok(await world.activities(holder, 'signUp', { sessionId, rulesVersion: 1, answers: { size: 'L' } }))
    return { sessionId, holder, anna }
  }
  async function placeOf(sessionId: string): Promise<Place> {
    const [place] = await q.placesOf(sessionId)
    if (!place) throw new Error('there is one place')
    return place
  }
  const waits = async (sessionId: string): Promise<Pick<Wait, 'state' | 'answers'>[]> =>
    (await q.waitsOf(sessionId)).map(({ state, answers }) => ({ state, answers }))

  test('nobody joins without the answers that are asked, or with words that are refused', async () => {
    const { sessionId, anna } = await full()
    expect(await join(anna, sessionId)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { field: 'answers.size' },
    })
    expect(await join(anna, sessionId, { size: 'M', note: '违规样例' })).toMatchObject({
      code: 'CONTENT_RISKY',
      detail: { field: 'answers' },
    })
    expect(codeOf(await join(anna, sessionId, { size: 'M', note: '长'.repeat(101) }))).toBe('INVALID_INPUT')
    expect(await q.waitsOf(sessionId)).toEqual([])
  })

  test('who accepts brings what they answered when they joined; until then the organiser sees nothing of it', async () => {
    const { sessionId, holder, anna } = await full()
    ok(await join(anna, sessionId, given))
    const [entry] = await q.waitsOf(sessionId)
    expect(entry?.answers).toEqual(expect.objectContaining({ ct: expect.any(String) }))
    expect(JSON.stringify(entry)).not.toContain('靠窗')
    ok(await q.cancel(holder, sessionId))
    const offered = await placeOf(sessionId)
    expect([offered.state, offered.holder]).toEqual(['OFFERED', personId(anna)])
    expect(answersOf(offered, questions)).toEqual([])
    ok(await q.answer(anna, sessionId, true))
    expect(answersOf(await placeOf(sessionId), questions)).toEqual(told)
    expect(await waits(sessionId)).toEqual([{ state: 'ACCEPTED', answers: null }])
  })

  test('so does who takes what comes', async () => {
    const { sessionId, holder, anna } = await full([96])
    ok(await join(anna, sessionId, given, true))
    ok(await q.cancel(holder, sessionId))
    const place = await placeOf(sessionId)
    expect([place.state, place.holder]).toEqual(['HELD', personId(anna)])
    expect(answersOf(place, questions)).toEqual(told)
    expect(await waits(sessionId)).toEqual([{ state: 'ACCEPTED', answers: null }])
  })

  test('who signs up for the offered place may answer anew', async () => {
    const { sessionId, holder, anna } = await full([120])
    ok(await join(anna, sessionId, given))
    ok(await q.cancel(holder, sessionId))
    ok(await world.activities(anna, 'signUp', { sessionId, rulesVersion: 1, answers: { size: 'L' } }))
    expect(answersOf(await placeOf(sessionId), questions)).toEqual([{ label: '衣服尺码', text: 'L' }])
  })

  test('who leaves, or lets the offer go, leaves nothing behind, and the next brings their own', async () => {
    const { sessionId, holder, anna } = await full([144])
    const [bert, carl] = [await q.someone(), await q.someone()]
    ok(await join(anna, sessionId, given))
    ok(await join(bert, sessionId, given))
    ok(await join(carl, sessionId, { size: 'L' }))
    ok(await q.leave(anna, sessionId))
    ok(await q.cancel(holder, sessionId))
    ok(await q.answer(bert, sessionId, false))
    ok(await q.answer(carl, sessionId, true))
    expect(answersOf(await placeOf(sessionId), questions)).toEqual([{ label: '衣服尺码', text: 'L' }])
    expect(await waits(sessionId)).toEqual([
      { state: 'LEFT', answers: null },
      { state: 'DECLINED', answers: null },
      { state: 'ACCEPTED', answers: null },
    ])
  })

  test('an offer whose time is up takes the answers with it', async () => {
    const { sessionId, holder, anna } = await full([168])
    ok(await join(anna, sessionId, given))
    ok(await q.cancel(holder, sessionId))
    await q.tick()
    const { offerUntil } = await placeOf(sessionId)
    await world.cloud.clock.set(offerUntil + MINUTE)
    await q.tick()
    expect(await placeOf(sessionId)).toMatchObject({ state: 'FREE', answers: null })
    expect(await waits(sessionId)).toEqual([{ state: 'EXPIRED', answers: null }])
  })
})
