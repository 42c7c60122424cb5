import { asynchronous, Failure } from '../../../../local/browser/service/asynchronous'

const calls = asynchronous({
  scanCode: ({ cancel = false }: { cancel?: boolean }) => {
    if (cancel) throw new Failure('cancel')
    return { result: 'GJ1' }
  },
  refuse: () => {
    throw new Failure('no', { errno: 104 })
  },
})

test('without a callback a call answers by promise', async () => {
  await expect(calls.scanCode()).resolves.toEqual({ errMsg: 'scanCode:ok', result: 'GJ1' })
  await expect(calls.scanCode({ cancel: true })).rejects.toEqual({ errMsg: 'scanCode:fail cancel' })
  await expect(calls.refuse()).rejects.toEqual({ errMsg: 'refuse:fail no', errno: 104 })
})

test('success comes before complete, never at once, and the call returns nothing', async () => {
  const order: string[] = []
  const done = new Promise<void>(resolve => {
    const returned = calls.scanCode({
      success: () => order.push('success'),
      fail: () => order.push('fail'),
      complete: () => {
        order.push('complete')
        resolve()
      },
    })
    expect(returned).toBeUndefined()
  })
  expect(order).toEqual([])
  await done
  expect(order).toEqual(['success', 'complete'])
})

test('fail comes before complete, with the same words', async () => {
  const told: unknown[] = []
  await new Promise<void>(resolve => {
    void calls.scanCode({
      cancel: true,
      fail: failure => told.push(failure),
      complete: outcome => {
        told.push(outcome)
        resolve()
      },
    })
  })
  expect(told).toEqual([{ errMsg: 'scanCode:fail cancel' }, { errMsg: 'scanCode:fail cancel' }])
})

test('wx.cloud rejects with an Error that carries errCode', async () => {
  const broken = () => {
    throw new Failure('Error: errCode: -1', { errCode: -1 })
  }
  const cloud = asynchronous({ callFunction: broken }, { prefix: 'cloud.', asError: true })
  const failure = await cloud.callFunction()?.catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).toMatchObject({ errCode: -1, errMsg: 'cloud.callFunction:fail Error: errCode: -1' })
})
