import { toBuffer } from 'qrcode'
import { readScene } from '../../../cloudfunctions/_kit/scene'
import type { Poster } from '../../../typings/api/insight'
import { keeper } from '../roll-call'
import type { World } from '../world'
import { codeOf, ok, secrets, startWorld } from '../world'

let world: World
let staff: string
beforeAll(async () => {
  world = await startWorld()
  staff = await keeper(world, ['EDIT'], 'org_S2')
})
afterAll(() => world.cloud.stop())

const ours = { orgId: 'org_S2', orgName: '和顺街道总工会', orgPath: '/org_R/org_S2/' }
const poster = (id: string, who = staff) => world.insight(who, 'poster', { kind: 'ACTIVITY', id })
const drawn = async () => (await world.cloud.outbox()).filter(({ api }) => api === 'wxacode.getUnlimited')

test('the code on a poster is the one that leads to its activity', async () => {
  const { activityId } = await world.activity(ours)
  const { qrUrl, shortId } = ok(await poster(activityId))
  const { data } = (await drawn()).at(-1) ?? {}
  const scene = String(data?.['scene'])
  expect(data).toMatchObject({ page: 'pages/scan/scan', check_path: false })
  expect(readScene(scene, secrets)).toEqual({ kind: 'a', ulid: activityId.slice(3) })
  expect(ok(await world.account('a-guest', 'resolveScene', { scene }))).toEqual({
    target: 'activity',
    params: { activityId },
  })
  expect(scene.slice(-5)).toBe(shortId)
  const picture = Buffer.from(await (await fetch(qrUrl)).arrayBuffer())
  const right = await toBuffer(`pages/scan/scan?scene=${scene}`, {
    width: 860,
    errorCorrectionLevel: 'M',
    margin: 1,
  })
  expect(picture.equals(right)).toBe(true)
})

test('the code is made once, however often the poster is drawn', async () => {
  const { activityId } = await world.activity(ours)
  await poster(activityId)
  const before = (await drawn()).length
  expect(ok(await poster(activityId)).qrUrl).toMatch(/^http/)
  expect(await drawn()).toHaveLength(before)
})

test('a poster says when, where, for how many and until when', async () => {
  const { activityId } = await world.activity({
    ...ours,
    title: '骑手夜校',
    starts: [24, 48],
    places: 60,
    segments: [
      { key: 'k1', label: '新就业形态', from: 1, to: 40, employments: ['RIDER'] },
      { key: 'all', label: '通用', from: 41, to: 60, employments: [] },
    ],
  })
  const { lines, ...rest } = ok(await poster(activityId))
  expect(rest).toMatchObject({ title: '骑手夜校', kind: 'LECTURE', art: 'lecture', org: '和顺街道总工会' })
  const said = Object.fromEntries(lines.map(({ label, text }: Poster['lines'][number]) => [label, text]))
  expect(said).toEqual({
    时间: expect.stringMatching(/^\d+月\d+日（周.）起，共2场$/),
    地点: '二层',
    名额: '每场 60 名，其中新就业形态 40 名',
    报名: expect.stringMatching(/^\d+月\d+日 \d\d:\d\d 截止$/),
  })
})

test('a cover is told beside the drawing', async () => {
  const { activityId: plain } = await world.activity(ours)
  expect(ok(await poster(plain)).coverUrl).toBeUndefined()
  const { activityId } = await world.activity({
    ...ours,
    coverId: 'cloud://gongjia-local.files/covers/no.jpg',
  })
  expect(ok(await poster(activityId)).coverUrl).toBeUndefined()
  await world.cloud.db
    .collection('activities')
    .where({ _id: activityId })
    .update({ coverId: await someFile() })
  expect(ok(await poster(activityId)).coverUrl).toMatch(/^http/)
})

test('only what was published has a poster; what is over still has one', async () => {
  for (const state of ['DRAFT', 'REVIEWING'] as const) {
    const { activityId } = await world.activity({ ...ours, state })
    expect(codeOf(await poster(activityId))).toBe('NOT_PUBLISHED')
  }
  for (const state of ['FINISHED', 'CALLED_OFF'] as const) {
    const { activityId } = await world.activity({ ...ours, state })
    expect(codeOf(await poster(activityId))).toBe('OK')
  }
})

test('the poster of another union, of nothing, and for who may not edit, is refused', async () => {
  const { activityId } = await world.activity({ orgId: 'org_S1', orgPath: '/org_R/org_S1/' })
  expect(codeOf(await poster(activityId))).toBe('OUT_OF_SCOPE')
  expect(codeOf(await poster('ac_01TEST00000000000000009999'))).toBe('NOT_FOUND')
  const roll = await keeper(world, ['ROLL'])
  expect(codeOf(await poster(activityId, roll))).toBe('NO_PERMISSION')
})

/** A picture that is in the storage: the code of some activity. */
async function someFile(): Promise<string> {
  const { activityId } = await world.activity(ours)
  await poster(activityId)
  return `cloud://gongjia-local.files/codes/${activityId}.jpg`
}
