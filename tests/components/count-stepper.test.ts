/** @jest-environment jsdom */
import { mount, parts, spoken, tap, textOf, told } from './mount'

test('a stepper tells each step and leaves the count to the page', async () => {
  const stepper = mount('count-stepper', { value: 2, min: 1, max: 3 })
  const changes = told(stepper, 'change')
  await tap(stepper, 'end', 0)
  await tap(stepper, 'end', 1)
  expect(changes).toEqual([{ value: 1 }, { value: 3 }])
  expect(textOf(stepper)).toBe('2')
})

test('a stepper stops at both ends and shows which way is shut', async () => {
  const stepper = mount('count-stepper', { value: 1, min: 1, max: 2 })
  const changes = told(stepper, 'change')
  await tap(stepper, 'end', 0)
  expect(changes).toEqual([])
  expect(parts(stepper, 'off')).toEqual(parts(stepper, 'end').slice(0, 1))

  stepper.setData({ value: 2 })
  await tap(stepper, 'end', 1)
  expect(changes).toEqual([])
  expect(spoken(stepper, 'button')).toMatchObject([
    { ariaLabel: '减少', ariaDisabled: false },
    { ariaLabel: '增加', ariaDisabled: true },
  ])
})

test('a large count may be typed, and stays between both ends', async () => {
  const stepper = mount('count-stepper', { value: 60, min: 1, max: 2000, typed: true })
  const changes = told(stepper, 'change')
  // the tool draws no keyboard
  const field = stepper.instance as unknown as { onTyped(event: object): void }
  const type = (value: string) => field.onTyped({ detail: { value } })
  for (const value of ['120', '9000', '0', 'abc', '60']) type(value)
  expect(changes).toEqual([{ value: 120 }, { value: 2000 }, { value: 1 }])
})
