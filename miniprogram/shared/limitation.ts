import type { LimitInput, LimitResult } from '../../typings/api/legal'
import type { ClaimType, LimitEvent } from '../../typings/documents'
import { limitEventLabels } from './labels'
import { byDate, periodOf, type Effect } from './limitation-period'
import { dayWords, daysBetween } from './local-days'

/** 中华人民共和国劳动争议调解仲裁法（2008年5月1日起施行）: all that is told here follows from its article 27. */
const ARTICLE = '《劳动争议调解仲裁法》第二十七条'
const PERIOD = `${ARTICLE}第一款`
const INTERRUPTED = `${ARTICLE}第二款`
const SUSPENDED = `${ARTICLE}第三款`
const WAGES_OWED = `${ARTICLE}第四款`

/** What every text about the limitation ends with. */
export const DISCLAIMER = '仅作提醒，不替代法律意见。'
export const OVER = '可能已超过一年时效，请尽快咨询律师。'
export const NOT_RUNNING = '在职期间暂不受一年限制。'

/** Overtime pay is remuneration too (关于工资总额组成的规定, article 4). */
export const isRemuneration = (claimType: ClaimType): boolean =>
  claimType === 'WAGES' || claimType === 'OVERTIME'

/** When the year may end, seen from the local date `today`. Only what a lawyer has confirmed moves the date. */
export function limitationOf(input: LimitInput, today: string): LimitResult {
  const { claimType, keyDate, employedStill, endDate, events } = input
  const remuneration = isRemuneration(claimType)
  if (remuneration && employedStill) return { basis: [employed] }
  const begin = remuneration && endDate ? endDate : keyDate
  const { deadline, effects } = periodOf(begin, events.filter(isConfirmed))
  const hoped = periodOf(begin, events.filter(isStanding)).deadline
  const effectOf = new Map(effects.map(({ event, effect }) => [event, effect]))
  const told = [...events].sort(byDate)
  return {
    deadline,
    daysLeft: daysBetween(today, deadline),
    basis: [
      remuneration && endDate ? fromTheEnd(endDate) : fromKnowing(keyDate),
      ...told.map(event => ({
        text: `${wordsOf(event)}，${effectWords(event, effectOf.get(event))}`,
        article: event.kind === 'SUSPENDED' ? SUSPENDED : INTERRUPTED,
      })),
    ],
    ...(hoped !== deadline && { ifConfirmed: hoped }),
  }
}

/** Everything in one text, as it is spoken. */
export function limitationText({ deadline, daysLeft = 0 }: LimitResult): string {
  if (deadline === undefined) return `${NOT_RUNNING}${DISCLAIMER}`
  const day = `提醒日${dayWords(deadline)}`
  if (daysLeft < 0) return `${day}，${OVER}${DISCLAIMER}`
  return `${day}，${daysLeft === 0 ? '就是今天' : `还有${daysLeft}天`}。${DISCLAIMER}`
}

const isConfirmed = ({ state }: LimitEvent): boolean => state === 'CONFIRMED'
const isStanding = ({ state }: LimitEvent): boolean => state !== 'REJECTED'

const employed = {
  text: `劳动关系存续期间因拖欠劳动报酬发生争议，${NOT_RUNNING}离职后，应当自劳动关系终止之日起一年内提出。`,
  article: WAGES_OWED,
}

const fromTheEnd = (endDate: string) => ({
  text: `因拖欠劳动报酬发生争议，从劳动关系终止的${dayWords(endDate)}起算，期间一年。`,
  article: WAGES_OWED,
})

const fromKnowing = (keyDate: string) => ({
  text: `从知道或者应当知道权利受侵害的${dayWords(keyDate)}起算，期间一年。`,
  article: PERIOD,
})

function wordsOf({ kind, date, untilDate }: LimitEvent): string {
  const until = kind === 'SUSPENDED' && untilDate ? `至${dayWords(untilDate)}` : ''
  return `${dayWords(date)}${until}${limitEventLabels[kind]}`
}

const EFFECTS: Record<Effect, string> = {
  RESTARTS: '律师已确认，从这一天起重新计算一年。',
  PAUSES: '律师已确认，这段时间暂停计算。',
  BEFORE: '在现在的起算日之前，不影响提醒日。',
  // a right may be revived by what the other side says; that is not for a calculation to judge
  AFTER: '在推算的一年之后，不当然重新计算，是否还有作用请咨询律师。',
}

function effectWords({ state }: LimitEvent, effect: Effect | undefined): string {
  if (state === 'REPORTED') return '待律师确认，确认前不计入。'
  return effect === undefined ? '律师未予确认，不计入。' : EFFECTS[effect]
}
