import { noticeOf } from '../../../cloudfunctions/_kit/notices'
import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import type { World } from '../world'
import { codeOf, ok, personId, startWorld } from '../world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.cloud.stop())

let people = 0
/** Somebody with this many notices, told a second apart, the last one first in the list. */
async function reader(count: number, sameInstant = false) {
  const openid = `reader-${++people}`
  const told = Array.from({ length: count }, (_, i) =>
    noticeOf(
      {
        personId: personId(openid),
        trigger: 'WAIVED',
        ref: String(i).padStart(3, '0'),
        text: noticeTexts.WAIVED({ activity: `活动${i}`, reason: '有误' }),
        page: '/pages/mine/mine',
      },
      world.now + (sameInstant ? 0 : i * 1000),
    ),
  )
  await world.people([openid])
  await world.add('notices', told)
  return openid
}

test('the newest comes first, and says where it leads', async () => {
  const openid = await reader(2)
  const { items, next } = ok(await world.account(openid, 'inbox', {}))
  expect(items).toEqual([
    {
      noticeId: `nt_${personId(openid)}_WAIVED_001`,
      trigger: 'WAIVED',
      title: '记分已减免',
      body: '您在“活动1”的记分已减免：有误。',
      page: '/pages/mine/mine',
      at: world.now + 1000,
      read: false,
    },
    expect.objectContaining({ at: world.now }),
  ])
  expect(next).toBeUndefined()
})

test.each([false, true])(
  '45 notices come in three pages, none twice (told at one instant: %s)',
  async same => {
    const openid = await reader(45, same)
    const seen: string[] = []
    const sizes: number[] = []
    for (let cursor: string | undefined; ;) {
      const { items, next } = ok(await world.account(openid, 'inbox', { cursor }))
      sizes.push(items.length)
      seen.push(...items.map(({ noticeId }) => noticeId))
      cursor = next
      if (cursor === undefined) break
    }
    expect(sizes).toEqual([20, 20, 5])
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
  },
)

test('reading some leaves the others unread; reading all leaves none; nobody reads for another', async () => {
  const [openid, other] = [await reader(3), await reader(1)]
  const ids = ok(await world.account(openid, 'inbox', {})).items.map(({ noticeId }) => noticeId)
  expect(ok(await world.account(openid, 'inboxRead', { ids: ids.slice(0, 1) }))).toEqual({ unread: 2 })
  expect(ok(await world.account(openid, 'inboxRead', { ids: ids.slice(0, 1) }))).toEqual({ unread: 2 })
  expect(ok(await world.account(other, 'inboxRead', { ids }))).toEqual({ unread: 1 })
  expect(ok(await world.account(openid, 'inboxRead', { all: true }))).toEqual({ unread: 0 })
  expect(ok(await world.account(openid, 'inbox', {})).items.every(({ read }) => read)).toBe(true)
  expect(ok(await world.account(other, 'boot', {})).unread).toBe(1)
})

test('a guest has no notices', async () => {
  expect(ok(await world.account('a-guest', 'inbox', {}))).toEqual({ items: [] })
  expect(ok(await world.account('a-guest', 'inboxRead', { all: true }))).toEqual({ unread: 0 })
})

test.each([
  ['nothing', {}],
  ['both', { ids: [], all: true }],
  ['all, refused', { all: false }],
  ['an id that is none', { ids: ['$ne'] }],
])('telling %s is no reading', async (_name, input) => {
  expect(codeOf(await world.ask('account', 'a-guest', 'inboxRead', input))).toBe('INVALID_INPUT')
})
