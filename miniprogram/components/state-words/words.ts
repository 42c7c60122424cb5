import type { ActivityCard, MyWait, Phase, Unit } from '../../../typings/api/activity'
import { clock, dateTime, daysAhead, localDate } from '../../shared/time'

/** A state as it is printed; a number stands apart so that it can be strong. */
export interface Words {
  tone: 'plain' | 'amber' | 'green' | 'late'
  icon: '' | 'check-circle' | 'info-circle' | 'error-circle' | 'time'
  before: string
  number: string
  after: string
}

type Tone = Words['tone']

export const plainWords = (text: string, tone: Tone = 'plain', icon: Words['icon'] = ''): Words => ({
  tone,
  icon,
  before: text,
  number: '',
  after: '',
})

/** From this many down the count is amber. */
const FEW: Record<Unit, number> = { 名: 5, 组: 1 }

export function leftWords(left: number, unit: Unit): Words {
  if (left === 0) return plainWords('名额已满，可候补')
  const few = left <= FEW[unit]
  return {
    tone: few ? 'amber' : 'plain',
    icon: '',
    before: few ? '仅余 ' : '余 ',
    number: String(left),
    after: ` ${unit}`,
  }
}

export const mineWords = (no: number): Words => ({
  tone: 'green',
  icon: 'check-circle',
  before: '已报名，第 ',
  number: String(no),
  after: ' 号',
})

/** 14:20, 明天 09:00: until when an offer stands. */
export function untilWords(until: number, now: number): string {
  if (localDate(until) === localDate(now)) return clock(until)
  const day = daysAhead(until, now)
  return day === '明天' ? `${day} ${clock(until)}` : dateTime(until)
}

export const offerWords = (until: number, now: number): Words =>
  plainWords(`有名额了，请在 ${untilWords(until, now)} 前确认`, 'amber', 'time')

export const attendedWords = (at: number): Words => plainWords(`已签到 ${clock(at)}`, 'green', 'check-circle')

export const pendingWords = plainWords('签到待核验', 'amber', 'time')

/** Of a session without a free place. */
export function queueWords(waiting: number, wait: MyWait | undefined): Words {
  if (wait?.offer) return plainWords('有名额，请确认', 'amber', 'time')
  if (wait)
    return { tone: 'plain', icon: '', before: '您候补第 ', number: String(wait.ahead + 1), after: ' 位' }
  if (waiting === 0) return plainWords('名额已满，可候补')
  return { tone: 'plain', icon: '', before: '候补 ', number: String(waiting), after: ' 人' }
}

const PHASE_WORDS: Record<Exclude<Phase, 'OPEN' | 'SOON'>, Words> = {
  SHUT: plainWords('报名已截止'),
  RUNNING: plainWords('正在进行'),
  ENDED: plainWords('已结束'),
  CALLED_OFF: plainWords('活动已取消', 'late'),
}

type Countable = Pick<ActivityCard, 'mode' | 'phase' | 'openAt' | 'unit' | 'left' | 'entrants'> & {
  mine?: { no: number }
}

/** `stale`: the copy is old and its counts may be wrong. */
export function cardWords(card: Countable, stale: boolean): Words {
  if (card.phase === 'CALLED_OFF') return PHASE_WORDS.CALLED_OFF
  if (card.mine) return mineWords(card.mine.no)
  if (card.phase === 'SOON') return plainWords(`${dateTime(card.openAt)} 开始报名`)
  if (card.phase !== 'OPEN') return PHASE_WORDS[card.phase]
  if (card.mode === 'OPEN') return plainWords('无需报名')
  if (stale) return plainWords('余量需联网查看')
  if (card.mode === 'DRAW') return drawWords(card.entrants)
  return card.left === undefined
    ? plainWords('报名中', 'green', 'check-circle')
    : leftWords(card.left, card.unit)
}

function drawWords(entrants: number | undefined): Words {
  if (!entrants) return plainWords('抽签报名')
  return { tone: 'plain', icon: '', before: '', number: String(entrants), after: ' 人参加抽签' }
}

/** The same for a screen reader. */
export const spoken = (words: Words): string => words.before + words.number + words.after
