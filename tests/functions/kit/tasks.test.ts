/** Work set before its cause: whose it is, when two set the same. */
import { Store } from '../../../cloudfunctions/_kit/store'
import { schedule, settleTask, taskId } from '../../../cloudfunctions/_kit/tasks'
import { direct, openDirectDatabase } from '../model/direct-store'

let opened: Awaited<ReturnType<typeof openDirectDatabase>>
beforeAll(async () => {
  opened = await openDirectDatabase()
})
afterAll(() => opened.close())

const DUE = 1_800_000_000_000
let made = 0
const begin = () => {
  const store = direct(new Store(), opened.database)
  const refId = `se_${++made}`
  return {
    store,
    set: (dueAt = DUE) => schedule(store, 'SETTLE', refId, dueAt),
    stored: () => store.get('tasks', taskId('SETTLE', refId)),
  }
}

test('what one set, one settles; set again it is to be done again', async () => {
  const { store, set, stored } = begin()
  for (let times = 0; times < 2; times++) {
    const task = await set()
    expect((await stored())?.dueAt).toBe(DUE)
    await settleTask(store, task!)
    expect((await stored())?.dueAt).toBe(0)
  }
})

test('two set it for the same instant: the first one through does not settle the work of the other', async () => {
  const { store, set, stored } = begin()
  const [first] = [await set(), await set()]
  await settleTask(store, first!)
  expect((await stored())?.dueAt).toBe(DUE)
})

test('who comes second, and is through first, does not settle the work of the first', async () => {
  const { set, stored } = begin()
  await set()
  expect(await set(DUE + 1)).toBeUndefined()
  expect((await stored())?.dueAt).toBe(DUE + 1)
})

test('a timer that has begun does not settle what was set anew for the same instant', async () => {
  const { store, set, stored } = begin()
  await set()
  const begun = (await stored())!
  await set()
  await settleTask(store, begun)
  expect((await stored())?.dueAt).toBe(DUE)
})
