/** The page of the limitation: what it asks, what it prints of the answer, and when there is something to save. */
import {
  emptyEvent,
  eventFormView,
  eventProblem,
} from '../../miniprogram/packages/legal/components/limit-event-sheet/event-form'
import {
  emptyForm,
  formOf,
  inputOf,
  isChanged,
  type LimitForm,
} from '../../miniprogram/packages/legal/pages/limitation/limit-form'
import {
  claimOptions,
  limitView,
  type Known,
} from '../../miniprogram/packages/legal/pages/limitation/limitation.view'
import { limitationOf } from '../../miniprogram/shared/limitation'
import type { Limitation } from '../../typings/api/legal'
import type { LimitEvent } from '../../typings/documents'
import { at } from './sample'

const today = '2026-09-16'
const form = (fields: Partial<LimitForm> = {}): LimitForm => ({ ...emptyForm, ...fields })
const dismissed = form({ claimType: 'DISMISSAL', keyDate: '2026-03-10' })
const view = (fields: Partial<Known> = {}) =>
  limitView({ form: dismissed, cards: [], unread: '', online: true, today, ...fields })
function card(of: LimitForm, fields: Partial<Limitation> = {}): Limitation {
  const input = inputOf(of, today)
  if (!input) throw new Error('the form is complete')
  return { limitId: 'lm_1', rev: 1, remind: true, ...input, ...limitationOf(input, today), ...fields }
}
const demand: LimitEvent = { id: 'e1', kind: 'DEMANDED', date: '2026-08-01', state: 'REPORTED' }

describe('what is asked', () => {
  test('first the kind of claim, of which a contract to be read is none', () => {
    expect(view({ form: emptyForm })).toMatchObject({
      claim: '',
      asks: { employed: false, keyDate: false, endDate: false },
      result: undefined,
      save: '',
    })
    expect(claimOptions.map(({ key }) => key)).not.toContain('CONTRACT_REVIEW')
  })

  test('of wages, whether one still works there, and only then the last day', () => {
    const asks = (employed: LimitForm['employed']) =>
      view({ form: form({ claimType: 'WAGES', employed }) }).asks
    expect(asks('')).toEqual({ employed: true, keyDate: false, endDate: false })
    expect(asks('yes').endDate).toBe(false)
    expect(asks('no').endDate).toBe(true)
  })

  test('nothing is calculated before the last answer', () => {
    expect(inputOf(form({ claimType: 'WAGES' }), today)).toBeUndefined()
    expect(inputOf(form({ claimType: 'WAGES', employed: 'no' }), today)).toBeUndefined()
    expect(inputOf(form({ claimType: 'INJURY' }), today)).toBeUndefined()
    expect(inputOf(form({ claimType: 'WAGES', employed: 'no', endDate: '2026-09-01' }), today)).toMatchObject(
      {
        endDate: '2026-09-01',
        employedStill: false,
      },
    )
  })
})

describe('what is answered', () => {
  test('days in a large figure, the date, the article and the sentence at the end', () => {
    expect(view().result).toMatchObject({
      state: 'open',
      figure: '175',
      head: '距提醒日还有',
      day: '提醒日 2027年3月10日',
      short: '还有 175 天',
      date: '2027年3月10日',
      disclaimer: '仅作提醒，不替代法律意见。',
      label: '提醒日2027年3月10日，还有175天。仅作提醒，不替代法律意见。',
    })
    expect(view().save).toBe('保存提醒')
  })

  test('a year that may be over says so in these words, and promises no reminder', () => {
    const late = view({ form: form({ claimType: 'OTHER', keyDate: '2024-03-10' }) })
    expect(late.result).toMatchObject({
      state: 'over',
      figure: '',
      head: '可能已超过一年时效，请尽快咨询律师。',
    })
    expect(late.save).toBe('保存')
  })

  test('wages of a place where one still works', () => {
    const { result } = view({ form: form({ claimType: 'WAGES', employed: 'yes' }) })
    expect(result).toMatchObject({ state: 'none', head: '在职期间暂不受一年限制。', day: '' })
  })

  test('what was recorded is told with its state; what nobody has decided can be taken back', () => {
    const pause = {
      id: 'e2',
      kind: 'SUSPENDED',
      date: '2026-05-01',
      untilDate: '2026-05-10',
      state: 'CONFIRMED',
    } as const
    const shown = view({ form: { ...dismissed, events: [demand, pause] } })
    expect(shown.result?.ifConfirmed).toContain('2027年8月1日')
    expect(shown.events).toMatchObject([
      { state: '待律师确认', removable: true, date: '2026年8月1日' },
      { state: '律师已确认', removable: false, date: '2026年5月1日–2026年5月10日' },
    ])
  })

  test('of an injury the other period is told of too', () => {
    expect(view({ form: form({ claimType: 'INJURY', keyDate: '2026-03-10' }) }).result?.caution).toContain(
      '工伤认定',
    )
    expect(view().result?.caution).toBe('')
  })
})

describe('what is saved', () => {
  test('a saved card is filled in again, and there is nothing to save until it changes', () => {
    const forms = [
      dismissed,
      form({ claimType: 'WAGES', employed: 'yes' }),
      form({ claimType: 'OVERTIME', employed: 'no', endDate: '2026-09-01' }),
    ]
    for (const one of forms) {
      expect(formOf(card(one))).toEqual(one)
      expect(isChanged(one, card(one))).toBe(false)
      expect(view({ form: one, card: card(one) }).save).toBe('')
    }
    expect(view({ form: { ...dismissed, keyDate: '2026-03-11' }, card: card(dismissed) }).save).toBe(
      '保存修改',
    )
    expect(isChanged({ ...dismissed, employed: 'yes', endDate: '2026-01-01' }, card(dismissed))).toBe(false)
    expect(isChanged(dismissed, card({ ...dismissed, events: [demand] }))).toBe(true)
  })

  test('the saved ones stand below a new calculation, not below one of them', () => {
    const cards = [
      card(dismissed),
      card(form({ claimType: 'WAGES', employed: 'yes' })),
      card(form({ claimType: 'OTHER', keyDate: '2020-01-01' })),
    ]
    expect(view({ cards }).cards).toMatchObject([
      { title: '辞退、解除合同', line: '提醒日 2027年3月10日', note: '还有 175 天' },
      { title: '拖欠工资', line: '在职期间暂不受一年限制', note: '' },
      { note: '请咨询律师' },
    ])
    expect(view({ cards, card: cards[0] }).cards).toEqual([])
  })

  test('without a network one can calculate, and a saved card says of when it is', () => {
    expect(view({ online: false }).strip).toBe('当前无网络，可以推算；保存需要联网。')
    expect(view({ online: false, card: card(dismissed), copyAt: at('2026-09-16T09:41:00') }).strip).toBe(
      '当前无网络，显示的是09:41的内容',
    )
    expect(view().strip).toBe('')
  })
})

describe('recording what happened', () => {
  test('kind and day are needed; of a suspension its end too, which is not before it', () => {
    expect(eventProblem(emptyEvent)).toContain('发生了什么')
    expect(eventProblem({ ...emptyEvent, kind: 'DEMANDED' })).toContain('日期')
    expect(eventProblem({ ...emptyEvent, kind: 'DEMANDED', date: '2026-08-01' })).toBe('')
    const pause = { kind: 'SUSPENDED', date: '2026-08-10', untilDate: '' } as const
    expect(eventProblem(pause)).toContain('到哪天为止')
    expect(eventProblem({ ...pause, untilDate: '2026-08-09' })).toContain('不能早于')
    expect(eventProblem({ ...pause, untilDate: '2026-08-10' })).toBe('')
    expect(eventFormView(pause)).toMatchObject({ asksUntil: true, dateLabel: '从哪天开始', until: '' })
  })
})
