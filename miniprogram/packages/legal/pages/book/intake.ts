import type { FileItem, Intake, LegalService } from '../../../../../typings/api/legal'
import type { ClaimType, LegalMode } from '../../../../../typings/documents'
import type { FreeSlot } from './slot-choice'

export const MOST_FILES = 9
export const MOST_OPPONENTS = 5
const FEWEST_LETTERS = 10
export const MOST_LETTERS = 2000

export type Step = 'choose' | 'claim' | 'opponent' | 'date' | 'facts' | 'files' | 'review'

/** A file that is in the cloud. */
export interface SentFile extends FileItem {
  name: string
}

/** What was chosen and answered so far; '' for what was not. */
export interface Draft {
  step: Step
  mode: LegalMode | ''
  slot?: FreeSlot
  claimType: ClaimType | ''
  opponents: string[]
  /** Local date. */
  keyDate: string
  facts: string
  files: SentFile[]
}

export const emptyDraft: Draft = {
  ...{ step: 'choose', mode: '', claimType: '' },
  ...{ opponents: [''], keyDate: '', facts: '', files: [] },
}

type Asking = Pick<LegalService, 'claimTypes' | 'needsOpponent'>

/** The questions in their order; one that has a single answer is not asked. */
export const questionsOf = ({ claimTypes }: Asking): Step[] => [
  ...(claimTypes.length > 1 ? (['claim'] as const) : []),
  'opponent',
  'date',
  'facts',
  'files',
  'review',
]

export const namesOf = ({ opponents }: Pick<Draft, 'opponents'>): string[] => [
  ...new Set(opponents.map(name => name.trim()).filter(name => name !== '')),
]

/** Was nothing answered to a question that may be passed over? */
export function isSkipped(step: Step, draft: Draft, { needsOpponent }: Asking): boolean {
  if (step === 'opponent') return !needsOpponent && namesOf(draft).length === 0
  if (step === 'date') return draft.keyDate === ''
  return step === 'files' && draft.files.length === 0
}

/** Why one cannot go on from this question; '' when one can. */
export function problemOf(step: Step, draft: Draft, { needsOpponent }: Asking): string {
  if (step === 'claim') return draft.claimType === '' ? '请选择一项。' : ''
  if (step === 'facts') return factsProblem(draft.facts.trim().length)
  if (step !== 'opponent') return ''
  const names = namesOf(draft)
  if (names.some(name => name.length < 2)) return '名称至少写 2 个字。'
  return needsOpponent && names.length === 0 ? '请写对方单位的名称，不知道全称就写您知道的。' : ''
}

function factsProblem(letters: number): string {
  if (letters < FEWEST_LETTERS) return `请至少写 ${FEWEST_LETTERS} 个字，律师才好准备。`
  return letters > MOST_LETTERS ? `最多 ${MOST_LETTERS} 个字。` : ''
}

/** What is sent; undefined while something is missing. */
export function intakeOf(draft: Draft, service: Asking): Intake | undefined {
  const { claimType, keyDate, facts, files } = draft
  const wrong = questionsOf(service).some(step => problemOf(step, draft, service) !== '')
  if (wrong || claimType === '') return undefined
  return {
    opponents: namesOf(draft).map(name => ({ name })),
    claimType,
    ...(keyDate !== '' && { keyDate }),
    facts: facts.trim(),
    fileIds: files.map(({ id }) => id),
  }
}

/** A draft as it still fits the service: its menu may have been changed since. */
export function fitting(draft: Draft, service: LegalService): Draft {
  const { claimTypes, modes } = service
  const [only, ...others] = claimTypes
  const kept = claimTypes.find(one => one === draft.claimType) ?? ''
  const claimType = only !== undefined && others.length === 0 ? only : kept
  const mode = modes.find(one => one === draft.mode) ?? modes[0] ?? ''
  const asked = draft.step === 'choose' || questionsOf(service).includes(draft.step)
  return { ...draft, claimType, mode, step: asked ? draft.step : 'choose' }
}

/** Where one goes on after choosing a time: to the first question, or past all of them when they are answered. */
export const stepAfterChoosing = (draft: Draft, service: LegalService): Step =>
  intakeOf(draft, service) ? 'review' : (questionsOf(service)[0] ?? 'review')
