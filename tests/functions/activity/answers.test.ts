import { fittingAnswers } from '../../../cloudfunctions/activity/holding/given-answers'
import { answersOf } from '../../../cloudfunctions/activity/holding/answers'
import type { Place, Question } from '../../../typings/documents'
import type { World } from '../world'
import { codeOf, ok, secrets, startWorld } from '../world'

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
