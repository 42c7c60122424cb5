import { WaitingLine } from '../../../local/cloud/functions/waiting-line'

test('the deepest wait first, and among equals the first come', () => {
  const line = new WaitingLine<string>()
  line.push(0, 'a')
  line.push(2, 'deep')
  line.push(0, 'b')
  expect(line.lengths()).toEqual([
    [2, 1],
    [1, 0],
    [0, 2],
  ])
  expect([line.take(), line.take(), line.take(), line.take()]).toEqual(['deep', 'a', 'b', undefined])
})

test('whoever is not admitted stays in line', () => {
  const line = new WaitingLine<string>()
  line.push(0, 'shallow')
  line.push(1, 'deep')
  expect(line.take(depth => depth === 0)).toBe('shallow')
  expect(line.take(depth => depth === 0)).toBeUndefined()
  expect(line.take()).toBe('deep')
})
