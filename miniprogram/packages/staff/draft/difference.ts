import type { ActivityDraft } from '../../../../typings/documents'
import {
  artLabels,
  audienceWords,
  cancelWords,
  kindWords,
  modeLabels,
  questionWords,
  sessionWords,
} from './words'
import { money } from '../../../shared/money'

/** What is compared as one: a choice between two versions is made for each. */
type Part = keyof ActivityDraft

export interface Difference {
  part: Part
  label: string
  mine: string
  theirs: string
  /** Only they changed it since both began: theirs is what one expects. */
  only: 'mine' | 'theirs' | 'both'
}

export type Side = 'mine' | 'theirs'

const labels: Record<Part, string> = {
  kind: '类别',
  mode: '报名方式',
  art: '插画',
  coverId: '封面照片',
  title: '名称',
  orgId: '主办工会',
  sessions: '场次',
  audience: '面向',
  groupMax: '每组人数',
  cancelBeforeMin: '免费取消',
  body: '介绍',
  notes: '须知',
  questions: '报名时询问',
  budgetFen: '预算',
}
const parts = Object.keys(labels) as Part[]

const lines = (texts: string[]): string => texts.map((text, index) => `${index + 1}. ${text}`).join('\n')

function wordsOf(draft: ActivityDraft, part: Part, orgName: (orgId: string) => string): string {
  const words: Record<Part, () => string> = {
    kind: () => kindWords(draft),
    mode: () => modeLabels[draft.mode],
    art: () => artLabels[draft.art],
    coverId: () => (draft.coverId ? '有照片' : '用插画'),
    title: () => draft.title,
    orgId: () => orgName(draft.orgId),
    sessions: () => lines(draft.sessions.map(sessionWords)),
    audience: () => audienceWords(draft.audience),
    groupMax: () => `不超过 ${draft.groupMax} 人`,
    cancelBeforeMin: () => cancelWords(draft.cancelBeforeMin),
    body: () => draft.body,
    notes: () => lines(draft.notes),
    questions: () => lines(draft.questions.map(questionWords)),
    budgetFen: () => money(draft.budgetFen),
  }
  return words[part]() || '（空）'
}

/** The same whatever the order of the keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

export const sameDraft = (one: ActivityDraft, other: ActivityDraft): boolean => same(one, other)

/** Where two drafts differ that both began from `base`, in the order of the form. */
export function differences(
  base: ActivityDraft,
  mine: ActivityDraft,
  theirs: ActivityDraft,
  orgName: (orgId: string) => string = orgId => orgId,
): Difference[] {
  return parts
    .filter(part => !same(mine[part], theirs[part]))
    .map(part => ({
      part,
      label: labels[part],
      mine: wordsOf(mine, part, orgName),
      theirs: wordsOf(theirs, part, orgName),
      only: same(base[part], mine[part]) ? 'theirs' : same(base[part], theirs[part]) ? 'mine' : 'both',
    }))
}

/** Theirs, with my version of the parts for which mine was chosen. */
export function merged(
  mine: ActivityDraft,
  theirs: ActivityDraft,
  chosen: Partial<Record<string, Side>>,
): ActivityDraft {
  const own = parts.filter(part => chosen[part] === 'mine').map(part => [part, mine[part]])
  return { ...theirs, ...(Object.fromEntries(own) as Partial<ActivityDraft>) }
}

/** What each part is before anybody chose: who changed it alone has it; where both did, mine stays. */
export const expected = (found: Difference[]): Partial<Record<string, Side>> =>
  Object.fromEntries(found.map(({ part, only }) => [part, only === 'theirs' ? 'theirs' : 'mine']))
