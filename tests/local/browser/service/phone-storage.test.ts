import { PhoneStorage } from '../../../../local/browser/service/phone-storage'

/** The browser's storage, without its own limit. */
function area(): Storage {
  const map = new Map<string, string>()
  return {
    getItem: key => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: key => void map.delete(key),
    clear: () => map.clear(),
    key: index => [...map.keys()][index] ?? null,
    get length() {
      return map.size
    },
  }
}

test('what is stored is a copy', () => {
  const storage = new PhoneStorage(area(), 'worker')
  const draft = { name: '林禾' }
  storage.set('draft', draft)
  draft.name = '马跃'
  expect(storage.get('draft')).toEqual({ name: '林禾' })
  expect(storage.get('draft')).not.toBe(storage.get('draft'))
})

test('dates, zero, false and the empty string come back as they were', () => {
  const storage = new PhoneStorage(area(), 'worker')
  for (const value of [new Date(5), 0, false, '', null]) {
    storage.set('value', value)
    expect(storage.get('value')).toEqual(value)
  }
})

test('a key holds one megabyte, a phone ten', () => {
  const storage = new PhoneStorage(area(), 'worker')
  const megabyte = 'x'.repeat(1024 * 1024 - 20)
  expect(() => storage.set('big', `${megabyte}${megabyte}`)).toThrow('entry size limit reached')
  for (let index = 0; index < 10; index += 1) storage.set(`part${index}`, megabyte)
  expect(() => storage.set('part10', megabyte)).toThrow('exceed storage max size 10Mb')
  storage.set('part0', megabyte)
  storage.remove('part0')
  storage.set('part10', megabyte)
  expect(storage.info()).toMatchObject({ limitSize: 10240, currentSize: 10240 })
})

test('two persons have two phones; clearing one leaves the other', () => {
  const shared = area()
  const [worker, staff] = [new PhoneStorage(shared, 'worker'), new PhoneStorage(shared, 'staff')]
  worker.set('large', true)
  staff.set('large', false)
  worker.clear()
  expect(worker.has('large')).toBe(false)
  expect(staff.get('large')).toBe(false)
  expect(staff.info().keys).toEqual(['large'])
})
