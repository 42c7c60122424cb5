import type { LegalService } from '../../../../../typings/api/legal'
import type { ClaimType } from '../../../../../typings/documents'
import { claimLabels } from '../../../../shared/labels'
import { isRemuneration, limitationOf, limitationText } from '../../../../shared/limitation'
import { dayWords } from '../../../../shared/local-days'
import { dateLong, clock } from '../../../../shared/time'
import {
  isSkipped,
  MOST_FILES,
  MOST_LETTERS,
  MOST_OPPONENTS,
  questionsOf,
  type Draft,
  type Step,
} from './intake'
import { whoWords } from './review.view'

export interface QuestionView {
  step: Step
  /** 第2步，共6步 */
  progress: string
  percent: number
  title: string
  hint: string
  why: { title: string; text: string } | undefined
  options: { key: ClaimType; label: string }[]
  date: string
  /** What follows from the date. */
  limit: string
  /** 128/2000 */
  count: string
  mayAddName: boolean
  mayAddFile: boolean
  next: string
  /** The time that was chosen. */
  slot: string
}

type Words = Pick<QuestionView, 'title' | 'hint' | 'why'>

const WHY_NAME = {
  title: '为什么先问单位名称',
  text: '律师只能先看到双方名称，确认没有利益冲突后，才能看到您写的情况。',
}
const WHY_FACTS = {
  title: '谁能看到',
  text: '只有承办律师，在确认没有利益冲突之后。加密保存，工会工作人员看不到。不必写身份证号和银行卡号。',
}

const WORDS: Record<Exclude<Step, 'choose'>, Words> = {
  claim: { title: '遇到了哪类问题？', hint: '选最接近的一项，律师会再和您核对。', why: undefined },
  opponent: { title: '对方单位叫什么？', hint: '请写劳动合同或工资条上的全称。', why: WHY_NAME },
  date: { title: '事情发生在哪天？', hint: '或者您知道的那天。记不准时，选较早的一天。', why: undefined },
  facts: { title: '发生了什么？', hint: '什么时候、什么事、单位怎么说、您想要什么。', why: WHY_FACTS },
  files: {
    title: '有材料给律师看吗？',
    hint: `合同、工资条、聊天记录都可以。图片或 PDF，每个不超过 10 MB，最多 ${MOST_FILES} 个。`,
    why: undefined,
  },
  review: { title: '请核对后提交', hint: '', why: undefined },
}

const OPTIONAL_OPPONENT = '还没有对方，或只是想了解，可以跳过。'

export function questionView(
  draft: Draft,
  service: LegalService,
  today: string,
  filesWait: number,
): QuestionView {
  const { step } = draft
  const steps = questionsOf(service)
  const [at, of] = [steps.indexOf(step) + 1, steps.length]
  const words = WORDS[step === 'choose' ? 'review' : step]
  const optional = step === 'opponent' && !service.needsOpponent
  const skipped = isSkipped(step, draft, service) && (step !== 'files' || filesWait === 0)
  return {
    step,
    progress: `第${at}步，共${of}步`,
    percent: Math.round((at / of) * 100),
    ...words,
    hint: optional ? OPTIONAL_OPPONENT : words.hint,
    options: step === 'claim' ? service.claimTypes.map(key => ({ key, label: claimLabels[key] })) : [],
    date: draft.keyDate && dayWords(draft.keyDate),
    limit: limitWords(draft, today),
    count: `${draft.facts.trim().length}/${MOST_LETTERS}`,
    mayAddName: draft.opponents.length < MOST_OPPONENTS,
    mayAddFile: draft.files.length + filesWait < MOST_FILES,
    next: skipped ? '跳过' : '下一步',
    slot: slotWords(draft),
  }
}

/** The period of wages depends on more than a date: the page of its own asks for it. */
function limitWords({ claimType, keyDate }: Draft, today: string): string {
  if (keyDate === '' || claimType === '' || claimType === 'CONTRACT_REVIEW') return ''
  if (isRemuneration(claimType)) return '欠薪、加班费的仲裁时效与是否在职有关，可在“仲裁时效提醒”里推算。'
  const asked = { claimType, keyDate, employedStill: false, events: [] }
  return `仲裁时效${limitationText(limitationOf(asked, today))}`
}

function slotWords({ slot, mode }: Draft): string {
  if (!slot || !mode) return ''
  return `已选 ${dateLong(slot.startAt)}${clock(slot.startAt)}，${whoWords(slot, mode)}。提交后才为您留下这个时段。`
}
