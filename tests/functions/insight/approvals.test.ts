import type { ActivityDraft, Approval } from '../../../typings/documents'
import { keeper, someone } from '../roll-call'
import type { ActivityOptions, World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'
import { written } from './written'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

const street = (n: number) => ({ orgId: `org_S${n}`, orgPath: `/org_R/org_S${n}/`, orgName: `街道${n}` })

/** An activity with public money that waits for a second person. */
const submitted = (
  by: string,
  change: Partial<ActivityDraft> = { budgetFen: 360_000 },
  options: ActivityOptions = {},
  approval: Partial<Approval> = {},
) =>
  written(
    world,
    { by, draftState: 'REVIEWING', change, approval },
    { ...street(2), state: 'REVIEWING', ...options },
  )

const read = async (who: string) => ok(await world.insight(who, 'approvals', {}))
const waitingFor = async (who: string) => (await read(who)).items.map(({ approvalId }) => approvalId)

test('what somebody proposed waits for a second person, with everything that is proposed', async () => {
  const [writer, second] = [
    await keeper(world, ['EDIT'], 'org_S2'),
    await keeper(world, ['APPROVE'], 'org_S2'),
  ]
  const { approvalId, activityId } = await submitted(writer)
  const item = (await read(second)).items.find(one => one.approvalId === approvalId)
  expect(item).toMatchObject({
    activityId,
    amountFen: 360_000,
    proposer: '欧***',
    orgName: '街道2',
    state: 'PENDING',
    lines: [
      { label: '名称', text: expect.stringMatching(/^活动/) },
      { label: '类别', text: '案例大讲堂' },
      { label: '时间', text: expect.stringContaining('月') },
      { label: '地点', text: '二层，东里6号' },
      { label: '名额', text: '5 名' },
      { label: '预算', text: '¥3,600.00' },
      { label: '人均预算', text: '¥720.00' },
    ],
  })
  expect(item?.lines.every(({ was }) => was === undefined)).toBe(true)
  expect((await read(writer)).mine.map(one => one.approvalId)).toEqual([approvalId])
  expect((await read(writer)).items).toEqual([])
})

test('a change of what is published shows what was', async () => {
  const [writer, second] = [await keeper(world, ['EDIT'], 'org_S2'), await keeper(world, ['APPROVE'])]
  const { approvalId } = await submitted(
    writer,
    { budgetFen: 500_000, title: '新的名称' },
    {
      state: 'PUBLISHED',
      title: '原来的名称',
      budgetFen: 360_000,
    },
  )
  const item = (await read(second)).items.find(one => one.approvalId === approvalId)
  expect(item?.lines.filter(({ was }) => was !== undefined)).toEqual([
    { label: '名称', text: '新的名称', was: '原来的名称' },
    { label: '预算', text: '¥5,000.00', was: '¥3,600.00' },
    { label: '人均预算', text: '¥1,000.00', was: '¥720.00' },
  ])
})

test('nobody is asked about what they proposed or wrote', async () => {
  const both = await keeper(world, ['EDIT', 'APPROVE'], 'org_S2')
  const { approvalId: own } = await submitted(both)
  expect(await waitingFor(both)).not.toContain(own)
  const other = await keeper(world, ['EDIT'], 'org_S2')
  const { approvalId } = await submitted(other, undefined, { editorIds: [personId(other), personId(both)] })
  expect(await waitingFor(both)).not.toContain(approvalId)
})

test('it waits only where somebody may approve: not beside, and not for who may only edit', async () => {
  const writer = await keeper(world, ['EDIT'], 'org_S2')
  const { approvalId } = await submitted(writer)
  expect(await waitingFor(await keeper(world, ['APPROVE'], 'org_S1'))).toEqual([])
  expect(await waitingFor(await keeper(world, ['EDIT'], 'org_R'))).toEqual([])
  expect(await waitingFor(await keeper(world, ['APPROVE'], 'org_R'))).toContain(approvalId)
  // may approve beside, may only edit here
  const mixed = await keeper(world, ['APPROVE'], 'org_S1')
  await world.grant(mixed, ['EDIT'], 'org_S2')
  expect(await waitingFor(mixed)).toEqual([])
})

test('what was written anew since, or decided, no longer waits; its proposer sees what became of it', async () => {
  const [writer, second] = [
    await keeper(world, ['EDIT'], 'org_S2'),
    await keeper(world, ['APPROVE'], 'org_S2'),
  ]
  const { approvalId: stale, activityId } = await submitted(writer)
  await world.cloud.db.collection('activities').where({ _id: activityId }).update({ submittedRev: 9 })
  const { approvalId: returned } = await submitted(
    writer,
    undefined,
    {},
    { state: 'RETURNED', reason: '预算偏高' },
  )
  const waiting = await waitingFor(second)
  expect(waiting).not.toContain(stale)
  expect(waiting).not.toContain(returned)
  const { mine } = await read(writer)
  expect(mine.find(one => one.approvalId === returned)).toMatchObject({
    state: 'RETURNED',
    reason: '预算偏高',
  })
})

test('who approves nothing and edits nothing sees no approvals', async () => {
  expect(codeOf(await world.insight(await keeper(world, ['ROLL']), 'approvals', {}))).toBe('NO_PERMISSION')
  expect(codeOf(await world.insight(await someone(world), 'approvals', {}))).toBe('NO_PERMISSION')
})

test('fifty with long texts come in answers below 30 KB, the oldest first and each once', async () => {
  const [writer, second] = [
    await keeper(world, ['EDIT'], 'org_S3'),
    await keeper(world, ['EDIT', 'APPROVE'], 'org_S3'),
  ]
  const long = { ...street(3), orgName: '长'.repeat(40) }
  const spot = { name: '场'.repeat(40), address: '址'.repeat(80), lng: 0, lat: 0 }
  const change = { budgetFen: 360_000, title: '题'.repeat(40) }
  const asked: string[] = []
  for (let i = 0; i < 50; i++) {
    // who decides has proposed as many
    const by = i % 2 ? second : writer
    const { approvalId } = await submitted(
      by,
      change,
      { ...long, starts: [24, 48], session: { spot }, editorIds: [personId(by)] },
      { createdAt: world.now + Math.floor(i / 4), reason: '因'.repeat(100) },
    )
    if (by === writer) asked.push(approvalId)
  }
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = ok(await world.insight(second, 'approvals', cursor ? { cursor } : {}))
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(30_000)
    expect(page.mine.length > 0).toBe(cursor === undefined)
    seen.push(...page.items.map(({ approvalId }) => approvalId))
    cursor = page.next
    if (!cursor) break
  }
  expect(seen).toEqual(asked)
})
