import { breakLines, cutLines } from '../../miniprogram/packages/staff/pages/poster/break-lines'
import {
  button,
  code,
  filling,
  paper,
  rule,
  texts,
} from '../../miniprogram/packages/staff/pages/poster/layout'
import { notLoaded, posterView } from '../../miniprogram/packages/staff/pages/poster/poster.view'
import { messages, type ErrorCode } from '../../miniprogram/shared/errors'
import { posterLines, type Announced } from '../../miniprogram/shared/poster-words'
import type { Poster } from '../../typings/api/insight'
import { at, NOW } from './sample'

/** As wide as Chinese is set: a Latin character takes half. */
const em = (text: string) =>
  [...text].reduce((sum, one) => sum + (/[\u2e80-\uffff“”‘’…]/.test(one) ? 1 : 0.55), 0)
const measure = (text: string, size: number) => em(text) * size

const poster: Poster = {
  title: '暖“新”在行动 骑手夜校',
  kind: 'NEWFORM',
  art: 'newform',
  org: '明城区快递外卖行业工会联合会',
  lines: [
    { label: '时间', text: '9月19日（周六）19:00–20:30' },
    { label: '地点', text: '和顺东里社区服务中心二层' },
    { label: '名额', text: '60 名，其中新就业形态 40 名' },
    { label: '报名', text: '9月19日 17:00 截止' },
  ],
  qrUrl: 'https://x/code.png',
  shortId: 'A7K2M',
}

const printed = (of: Poster) => texts(of, measure)
const rightOf = (text: ReturnType<typeof printed>[number]) =>
  text.align === 'left' ? text.x + measure(text.text, text.size) : text.x

test('a title of two parts stands in two lines, one part each', () => {
  const title = printed(poster).filter(({ weight, size }) => weight === 600 && size > 60)
  expect(title.map(({ text }) => text)).toEqual(['暖“新”在行动', '骑手夜校'])
  expect(title[0]?.size).toBe(132)
  const dotted = printed({ ...poster, title: '暖“新”在行动·骑手夜校' }).filter(({ size }) => size > 60)
  expect(dotted.map(({ text }) => text)).toEqual(['暖“新”在行动', '骑手夜校'])
})

test.each([2, 10, 11, 20, 27, 33, 40])(
  'a title of %d characters has two lines at most and stays on the paper',
  count => {
    const title = printed({ ...poster, title: '职工活动中心开放'.repeat(5).slice(0, count) }).filter(
      ({ weight, colour }) => weight === 600 && colour === 'ink',
    )
    expect(title.length).toBeLessThanOrEqual(2)
    for (const line of title) expect(rightOf(line)).toBeLessThanOrEqual(paper.width - 128)
    expect(title.map(({ text }) => text).join('')).toHaveLength(count)
    if (title[1]) expect([...title[1].text].length).toBeGreaterThan(1)
  },
)

test('the longest facts neither reach the code nor the rule', () => {
  const long = '明城区和顺街道东里社区党群服务中心二层多功能厅东侧第三会议室（请从南门进）'
  const lines = ['时间', '地点', '名额', '报名'].map(label => ({ label, text: long }))
  for (const text of printed({ ...poster, lines }).filter(({ y }) => y > code.y && y < rule.y)) {
    expect(text.y).toBeLessThan(rule.y)
    if (text.align === 'left') expect(rightOf(text)).toBeLessThan(code.x - 40)
  }
})

test('the code is at least 45 mm wide at 200 dots an inch, and the words under it are not in it', () => {
  expect((code.width / 200) * 25.4).toBeGreaterThanOrEqual(45)
  expect(button.y).toBeGreaterThan(code.y + code.height)
  expect(button.y + button.height).toBeLessThan(rule.y)
})

test('whoever reads it can check who invites', () => {
  const words = printed(poster).map(({ text }) => text)
  expect(words).toContain('微信扫一扫报名')
  expect(words).toContain('热线 12351　核验号 A7K2M')
  const long = printed({ ...poster, org: '明城区'.repeat(30) })
  const org = long.find(({ text }) => text.startsWith('明城区'))
  expect(org && rightOf(org)).toBeLessThan(paper.width - 128 - measure('热线 12351　核验号 A7K2M', 34))
})

test('no line begins with a closing mark and no number parts', () => {
  const one = (text: string) => [...text].length
  expect(breakLines('一二三四）五六', 4, 2, one)).toEqual(['一二三', '四）五六'])
  expect(breakLines('一二3456', 4, 2, one)).toEqual(['一二', '3456'])
  expect(breakLines('一二三四五', 4, 2, one)).toEqual(['一二三', '四五'])
  expect(cutLines('一二三四五六七八九', 4, 2, one)).toEqual(['一二三四', '五六七…'])
})

test('a picture fills its place unstretched, cut alike at both sides', () => {
  expect(filling({ width: 320, height: 180 }, { width: 100, height: 100 })).toEqual({
    x: 70,
    y: 0,
    width: 180,
    height: 180,
  })
})

test('a poster says aloud what it prints, and what was not published says what to do first', () => {
  expect(posterView(poster, 'wxfile://tmp_1.jpg')).toMatchObject({
    kind: 'ready',
    label: expect.stringContaining('时间9月19日（周六）19:00–20:30'),
  })
  const failure = (code: ErrorCode) => ({ code, sentence: messages[code], detail: {} })
  expect(notLoaded(failure('NOT_PUBLISHED'))).toMatchObject({ title: '发布后才能生成海报', retry: '' })
  expect(notLoaded(failure('OFFLINE'))).toMatchObject({ title: '当前无网络', retry: '重试' })
})

const session: Announced['sessions'][number] = {
  startAt: at('2026-09-19T19:00:00'),
  endAt: at('2026-09-19T20:30:00'),
  openAt: at('2026-09-10T09:00:00'),
  closeAt: at('2026-09-19T17:00:00'),
  spot: '和顺东里',
  places: 60,
  kept: [],
}
const announced = (change: Partial<Announced> = {}) =>
  Object.fromEntries(
    posterLines({ mode: 'FIRST', memberOnly: false, unit: '名', sessions: [session], ...change }, NOW).map(
      ({ label, text }) => [label, text],
    ),
  )

test('one session is told by its hours', () => {
  expect(announced()).toEqual({
    时间: '9月19日（周六）19:00–20:30',
    地点: '和顺东里',
    名额: '60 名',
    报名: '9月19日 17:00 截止',
  })
})

test('several sessions are told by their first day, their count and their places', () => {
  const later = { ...session, startAt: session.startAt + 86_400_000, spot: '西里', places: 40 }
  expect(announced({ sessions: [session, later], unit: '组', memberOnly: true })).toMatchObject({
    时间: '9月19日（周六）起，共2场',
    地点: '和顺东里等2处',
    名额: '共 100 组，面向工会会员',
  })
  const same = { ...session, startAt: session.startAt + 3_600_000 }
  expect(announced({ sessions: [session, same] })).toMatchObject({
    时间: '9月19日（周六）共2场',
    名额: '每场 60 名',
  })
})

test('a sign-up that opens later, a draw, and an open house say so', () => {
  const soon = { ...session, openAt: NOW + 3_600_000 }
  expect(announced({ sessions: [soon], mode: 'DRAW' })['报名']).toBe(
    '9月16日 11:00 开始，9月19日 17:00 截止，抽签确定',
  )
  expect(announced({ mode: 'OPEN' })).toMatchObject({ 名额: '不限', 报名: '无需报名，直接到场' })
})
