import { fakePhone, ok } from './phone'

const load = () => import('../../miniprogram/services/subscribe')
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

test('messages are asked for once a day, and the answers told with an id that counts them once', async () => {
  const phone = fakePhone(['lost', ok({ balance: [] })])
  phone.sheet = { T_REMIND: 'accept', T_CHANGE: 'filter' }
  const { askForMessages, askable, sendReports } = await load()
  await expect(askForMessages(['T_REMIND', 'T_CHANGE'])).resolves.toBe(true)
  await settled()
  await sendReports()
  expect(phone.sent).toHaveLength(2)
  expect(phone.sent[0]).toEqual(phone.sent[1])
  expect(phone.sent[0]?.data.input).toEqual({
    opId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
    results: [
      { template: 'T_REMIND', answer: 'accept' },
      { template: 'T_CHANGE', answer: 'reject' },
    ],
  })
  expect(askable(['T_REMIND', 'T_WAIT'])).toEqual(['T_WAIT'])
  await expect(askForMessages(['T_REMIND', 'T_CHANGE'])).resolves.toBe(false)
  expect(phone.asked).toEqual([['T_REMIND', 'T_CHANGE']])
})

test('a sheet that does not open is no answer', async () => {
  const phone = fakePhone()
  const { askForMessages } = await load()
  await expect(askForMessages(['T_WAIT'])).resolves.toBe(false)
  expect([phone.asked.length, phone.sent.length]).toEqual([1, 0])
})
