import { reasons } from '../../../miniprogram/shared/reasons'
import { brokenInvariants } from '../../support/invariants'
import type { World } from '../world'
import { codeOf, ok, startWorld } from '../world'

const HOUR = 3600_000

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())
afterEach(async () => expect(await brokenInvariants(world.cloud)).toEqual([]))

let count = 0
/** Someone new, registered. */
async function someone(fields: Parameters<World['people']>[1] = {}): Promise<string> {
  const openid = `worker-${++count}`
  await world.people([openid], fields)
  return openid
}

const signUp = (openid: string, sessionId: string, more: object = {}) =>
  world.activities(openid, 'signUp', { sessionId, rulesVersion: 1, ...more })

const refusals: [sentence: string, activity: object, person: object, code: string, detail?: object][] = [
  [
    'before the opening',
    { session: { openAt: Date.UTC(2026, 8, 16, 2) + 6 * HOUR } },
    {},
    'NOT_OPEN',
    { until: Date.UTC(2026, 8, 16, 2) + 6 * HOUR },
  ],
  ['after the closing', { session: { closeAt: Date.UTC(2026, 8, 16, 2) - 1 } }, {}, 'CLOSED'],
  ['when it was called off', { state: 'CALLED_OFF' }, {}, 'CLOSED'],
  ['when it is over', { state: 'FINISHED' }, {}, 'CLOSED'],
  ['before it is published', { state: 'REVIEWING' }, {}, 'NOT_FOUND'],
  ['when places are drawn', { mode: 'DRAW' }, {}, 'DRAW_ONLY'],
  ['when everybody may come', { mode: 'OPEN' }, {}, 'NOT_ELIGIBLE', { reason: reasons.OPEN_TO_ALL }],
  [
    'when the rules have changed since they were read',
    { rules: { version: 2, notes: [], cancelBeforeMin: 0, groupMax: 1 } },
    {},
    'RULES_CHANGED',
  ],
  [
    'when it is for members',
    { audience: { memberOnly: true, employments: [] } },
    {},
    'NOT_ELIGIBLE',
    { reason: reasons.MEMBERS_ONLY },
  ],
  [
    'when it is for riders',
    { audience: { memberOnly: false, employments: ['RIDER'] } },
    {},
    'NOT_ELIGIBLE',
    { reason: reasons.EMPLOYMENT },
  ],
  [
    'while they are suspended',
    {},
    { suspendedUntil: Date.UTC(2026, 9, 1) },
    'SUSPENDED_NOSHOW',
    { until: Date.UTC(2026, 9, 1) },
  ],
  ['without the consents', {}, { consents: {} }, 'NEED_CONSENT'],
]
test.each(refusals.map(([sentence, ...rest]) => [sentence, rest] as const))(
  '%s: refused',
  async (_, rest) => {
    const [activity, person, code, detail] = rest
    const { sessionId } = await world.activity(activity)
    const reply = await signUp(await someone(person), sessionId)
    expect(reply).toMatchObject({ ok: false, code, ...(detail && { detail }) })
  },
)

test('a guest is asked to register, and nothing is stored of them', async () => {
  const { sessionId } = await world.activity()
  expect(codeOf(await signUp('nobody-yet', sessionId))).toBe('NEED_REGISTER')
})

test('a suspension that has passed refuses nobody', async () => {
  const { sessionId } = await world.activity()
  ok(await signUp(await someone({ suspendedUntil: world.now - 1 }), sessionId))
})

test('an unknown session is not found', async () => {
  expect(codeOf(await signUp(await someone(), 'se_01TEST00000000000000009999'))).toBe('NOT_FOUND')
})
