/** The gate against a real database: what the firm declared, or advised on, stands against a matter or does not. */
import fc from 'fast-check'
import { Store } from '../../../cloudfunctions/_kit/store'
import { checkGate } from '../../../cloudfunctions/legal/gate/gate'
import { gramsOf } from '../../../cloudfunctions/legal/gate/grams'
import { isPersonal, normalName } from '../../../cloudfunctions/legal/gate/normal-name'
import { partyKeys } from '../../../cloudfunctions/legal/gate/party-keys'
import { partyRow } from '../../../cloudfunctions/legal/gate/party-rows'
import type { Opponent } from '../../../typings/api/legal'
import type { Party } from '../../../typings/documents'
import type { TestCloud } from '../../support/cloud'
import { startTestCloud } from '../../support/cloud'
import { secrets } from '../world'

const NOW = Date.parse('2026-09-16T10:00:00+08:00')
const CODE = '91110101MA00000000'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ functions: '/nonexistent' })
  const keys = { GJ_PEPPER: secrets.pepper, GJ_KEYS: secrets.keys }
  Object.assign(process.env, cloud.sdk(), keys, { TCB_ENV: 'local' })
})
afterAll(() => cloud.stop())

let firms = 0
const freshFirm = () => `firm ${++firms}`

interface Declared {
  kind?: Party['kind']
  untilDate?: string
  declarerId?: string
}

async function declare(firmHash: string, party: Opponent, options: Declared = {}) {
  const { kind = 'DECLARED', untilDate = '2027-01-01', declarerId = 'lw_p_A' } = options
  const row = partyRow({ _id: `${declarerId}_${firmHash}`, firmHash }, { kind, party, untilDate, refId: '' })
  await new Store().insert('parties', row)
}
const ask = (firmHash: string, opponent: Opponent | undefined, clientName = '林小满') =>
  checkGate(new Store(), { firmHash, opponents: opponent ? [opponent] : [], clientName }, NOW)

const chinese = fc.string({
  unit: fc.constantFrom(...'四方物流快递北京市集团科技公司有限分华腾'),
  minLength: 1,
  maxLength: 14,
})

describe('names', () => {
  test.each([
    ['演示四方物流有限公司', '演示四方物流'],
    ['北京市演示四方物流有限责任公司', '演示四方物流'],
    ['北京演示四方物流股份有限公司', '演示四方物流'],
    ['演示四方（北京）物流 有限公司', '演示四方北京物流'],
    ['演示四方物流集团有限公司', '演示四方物流'],
    ['演示四方物流有限公司东城分公司', '演示四方物流'],
    ['ＡＢＣ物流·有限公司', 'abc物流'],
    ['北京', '北京'],
    ['公司', '公司'],
  ])('%s is compared as %s', (name, normal) => expect(normalName(name)).toBe(normal))

  test('a normal name is its own normal name, and never empty', () => {
    fc.assert(
      fc.property(fc.oneof(chinese, fc.string({ minLength: 1, unit: 'grapheme' })), name => {
        const normal = normalName(name)
        expect(normal).not.toBe('')
        expect(normalName(normal)).toBe(normal)
      }),
    )
  })

  test('spaces, width and brackets tell nobody apart', () => {
    fc.assert(
      fc.property(chinese, name => {
        const spelled = `（${[...name].join(' ')}）`
        expect(partyKeys({ name: spelled }, secrets)).toEqual(partyKeys({ name }, secrets))
      }),
    )
  })

  test('a short name without the form of a company is a person', () => {
    expect(['张三', '欧阳小满', '张 三'].map(isPersonal)).toEqual([true, true, true])
    expect(['四方公司', '演示四方物流'].map(isPersonal)).toEqual([false, false])
  })
})

test('grams are keyed: another key tells nothing, and no name stands in them', () => {
  const one = gramsOf('演示四方物流', Buffer.from('one'))
  expect(one).toHaveLength(5)
  expect(gramsOf('演示四方物流', Buffer.from('other')).some(gram => one.includes(gram))).toBe(false)
  expect(JSON.stringify(partyKeys({ name: '演示四方物流有限公司', uscc: CODE }, secrets))).not.toMatch(
    /四方|9111/,
  )
})

test('the score is that of Dice over pairs of characters, whichever side is declared', async () => {
  const pairs = (text: string) => {
    const letters = [...normalName(text)]
    return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, i) => letters[i]! + letter))
  }
  const dice = (one: string, other: string) => {
    const [a, b] = [pairs(one), pairs(other)]
    return (2 * [...a].filter(pair => b.has(pair)).length) / (a.size + b.size)
  }
  await fc.assert(
    fc.asyncProperty(chinese, chinese, async (one, other) => {
      const [here, there] = [freshFirm(), freshFirm()]
      await declare(here, { name: one })
      await declare(there, { name: other })
      const expected = dice(one, other) >= 0.85 ? dice(one, other) : 0
      expect((await ask(here, { name: other })).suspected).toBeCloseTo(expected)
      expect((await ask(there, { name: one })).suspected).toBeCloseTo(expected)
    }),
    { numRuns: 30 },
  )
})

describe('what stands against a matter', () => {
  test('the same name in another form, and the same code under another name, are the same company', async () => {
    const firm = freshFirm()
    await declare(firm, { name: '北京演示四方物流有限公司', uscc: CODE })
    expect(await ask(firm, { name: '演示四方物流股份有限公司' })).toMatchObject({ exact: true })
    expect(await ask(firm, { name: '新名字科技有限公司', uscc: CODE })).toMatchObject({ exact: true })
    expect(await ask(firm, { name: '新名字科技有限公司' })).toEqual({ exact: false, suspected: 0 })
  })

  test('a name that resembles one is suspected', async () => {
    const firm = freshFirm()
    await declare(firm, { name: '演示四方快运供应链物流有限公司' })
    const { exact, suspected } = await ask(firm, { name: '演示四方快运供应链物流中心' })
    expect(exact).toBe(false)
    expect(suspected).toBeGreaterThanOrEqual(0.85)
    expect(await ask(firm, { name: '演示八方快递有限公司' })).toEqual({ exact: false, suspected: 0 })
  })

  test('what one lawyer declared stands for all of the firm, and for no other firm', async () => {
    const [firm, other] = [freshFirm(), freshFirm()]
    await declare(firm, { name: '演示四方物流有限公司' }, { declarerId: 'lw_p_COLLEAGUE' })
    expect((await ask(firm, { name: '演示四方物流有限公司' })).exact).toBe(true)
    expect(await ask(other, { name: '演示四方物流有限公司' })).toEqual({ exact: false, suspected: 0 })
  })

  test.each([
    ['2024-09-17', true],
    ['2024-09-16', false],
  ])('a relation that ended on %s still stands on 16 September 2026: %s', async (untilDate, exact) => {
    const firm = freshFirm()
    await declare(firm, { name: '演示四方物流有限公司' }, { untilDate })
    expect((await ask(firm, { name: '演示四方物流有限公司' })).exact).toBe(exact)
  })

  test('people who share a name are never taken for one another, only suspected', async () => {
    const firm = freshFirm()
    await declare(firm, { name: '张伟' })
    expect(await ask(firm, { name: '张伟' })).toEqual({ exact: false, suspected: 1 })
    expect((await ask(firm, { name: '张伟有限公司' })).exact).toBe(false)
  })

  test('whom the firm advised here is no opponent of its later clients; an opponent it advised against may be', async () => {
    const firm = freshFirm()
    await declare(firm, { name: '林小满' }, { kind: 'CLIENT' })
    await declare(firm, { name: '演示四方物流有限公司' }, { kind: 'OPPONENT' })
    expect(await ask(firm, { name: '林小满' })).toEqual({ exact: false, suspected: 1 })
    // against the same employer for another worker: that is no conflict
    expect(await ask(firm, { name: '演示四方物流有限公司' })).toEqual({ exact: false, suspected: 0 })
    expect((await ask(firm, undefined, '演示四方物流')).suspected).toBe(1)
  })

  test('a company it advised here as its client stands like one that was declared', async () => {
    const firm = freshFirm()
    await declare(firm, { name: '演示四方物流有限公司' }, { kind: 'CLIENT' })
    expect((await ask(firm, { name: '演示四方物流有限公司' })).exact).toBe(true)
  })
})

test('a firm of 1,500 parties is asked in one call, and the last one is found', async () => {
  const firm = freshFirm()
  const store = new Store()
  const rows = Array.from({ length: 1500 }, (_, i) =>
    partyRow(
      { _id: 'lw_p_MANY', firmHash: firm },
      { kind: 'DECLARED', party: { name: `演示第${i}号物流有限公司` }, untilDate: '2027-01-01', refId: '' },
    ),
  )
  await store.insertMissing('parties', rows)
  const asking = new Store()
  const opponents = [{ name: '新名字科技有限公司' }, { name: '演示第1499号物流有限公司' }]
  const answer = await checkGate(asking, { firmHash: firm, opponents, clientName: '林小满' }, NOW)
  expect(answer).toEqual({ exact: true, suspected: 1 })
  expect(asking.calls).toBe(1)
})
