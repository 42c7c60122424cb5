import type { Page } from '../../typings/contract'
import { fakePhone } from './phone'

const load = () => import('../../miniprogram/services/paged')
const idOf = (id: string) => id

test('a list grows page by page, and what moved meanwhile is not listed twice', async () => {
  fakePhone()
  const { paged, readFirst, readMore } = await load()
  const list = paged<string>()
  await readFirst(list, 'k', async () => ({ items: ['a', 'b'], next: 'c1' }))
  await expect(readMore(list, idOf, async () => ({ items: ['b', 'c'] }))).resolves.toBe(true)
  expect(list.items).toEqual(['a', 'b', 'c'])
  await expect(readMore(list, idOf, async () => ({ items: ['d'] }))).resolves.toBe(false)
})

test('the answer to an older reading comes too late', async () => {
  fakePhone()
  const { paged, readFirst } = await load()
  const list = paged<string>()
  let answer: (page: Page<string>) => void = () => undefined
  const older = readFirst(list, 'k', () => new Promise(resolve => (answer = resolve)))
  await readFirst(list, 'k', async () => ({ items: ['new'] }))
  answer({ items: ['old'] })
  await expect(older).resolves.toBeUndefined()
  expect(list.items).toEqual(['new'])
})

test('a page that could not be read says why and can be asked for again', async () => {
  const phone = fakePhone()
  const { AppFailure } = await import('../../miniprogram/services/failure')
  const { paged, readFirst, readMore } = await load()
  const list = paged<string>()
  await readFirst(list, 'k', async () => ({ items: ['a'], next: 'c1' }))
  const fails = async (): Promise<Page<string>> => {
    throw new AppFailure('UNREACHABLE')
  }
  await expect(readMore(list, idOf, fails)).resolves.toBe(false)
  expect(phone.toasts).toEqual(['网络不稳定，请再试一次。'])
  await expect(readMore(list, idOf, async () => ({ items: ['b'] }))).resolves.toBe(true)
})
