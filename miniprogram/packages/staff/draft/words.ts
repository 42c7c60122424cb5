import type { ActivityDraft, Art, DraftSession, Employment, Question } from '../../../../typings/documents'
import { employmentLabels, kindLabels } from '../../../shared/labels'
import { dateTime, when } from '../../../shared/time'

const NEW_FORMS: readonly Employment[] = ['COURIER', 'DRIVER', 'RIDER']
export const artLabels: Record<Art, string> = {
  cool: '清凉',
  newform: '骑手',
  checkup: '体检',
  walk: '步道',
  choir: '歌咏',
  visit: '参观',
  lecture: '讲堂',
  contest: '练兵',
  film: '银幕',
  badminton: '球拍',
}

export const modeLabels = { FIRST: '先到先得', OPEN: '无需报名，直接到场', DRAW: '抽签' } as const

export function employmentWords(employments: readonly Employment[]): string {
  const sorted = [...employments].sort()
  if (sorted.join() === NEW_FORMS.join()) return '新就业形态'
  return employments.map(employment => employmentLabels[employment]).join('、')
}

export function audienceWords({ memberOnly, employments }: ActivityDraft['audience']): string {
  const who = employmentWords(employments)
  if (memberOnly) return who ? `仅限${who}中的会员` : '仅限工会会员'
  return who ? `仅限${who}` : '所有职工'
}

/** Minutes before the start, in words. */
export function cancelWords(minutes: number): string {
  if (minutes === 0) return '开始前都可以'
  if (minutes % 1440 === 0) return `开始前 ${minutes / 1440} 天`
  return minutes % 60 === 0 ? `开始前 ${minutes / 60} 小时` : `开始前 ${minutes} 分钟`
}

/** 新就业形态 1–12 号; 其余 13–36 号不限. Nothing where nothing is kept. */
export function keptParts({ kept, places }: Pick<DraftSession, 'kept' | 'places'>): {
  kept: string[]
  rest: string
} {
  let from = 1
  const words = kept.map(({ label, places: count }) => {
    const first = from
    from += count
    return `${label} ${first}–${first + count - 1} 号`
  })
  return { kept: words, rest: words.length > 0 && from <= places ? `其余 ${from}–${places} 号不限` : '' }
}

export const questionWords = ({ label, kind, options, required }: Question): string =>
  `${label}（${kind === 'CHOICE' ? options.join('、') : '填写'}${required ? '，必答' : ''}）`

export const signUpWords = ({ openAt, closeAt }: Pick<DraftSession, 'openAt' | 'closeAt'>): string =>
  `${dateTime(openAt)} 开始，${dateTime(closeAt)} 截止`

export function sessionWords(session: DraftSession): string {
  const { kept, rest } = keptParts(session)
  const { startAt, endAt, spot, places } = session
  const facts = [when(startAt, endAt), spot.name, `${places} 个名额`, ...kept, rest]
  return `${facts.filter(Boolean).join('，')}；报名 ${signUpWords(session)}`
}

export const kindWords = ({ kind }: Pick<ActivityDraft, 'kind'>): string => kindLabels[kind]
