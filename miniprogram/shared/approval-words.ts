import type { ActivityDraft, DraftSession } from '../../typings/documents'
import { kindLabels } from './labels'
import { money } from './money'
import { when } from './time'

/** One thing of what is proposed; `was` where it differs from what is in force. */
export interface ProposedLine {
  label: string
  text: string
  was?: string
}

type Plan = Pick<ActivityDraft, 'kind' | 'title' | 'budgetFen' | 'groupMax' | 'mode' | 'sessions'>
type Line = { label: string; text: string }

/** What a second person decides about, line by line; beside it what is in force, when something is. */
export function proposedLines(plan: Plan, inForce?: Plan): ProposedLine[] {
  const single = [plan, inForce].every(one => one === undefined || one.sessions.length === 1)
  const before = new Map(inForce && linesOf(inForce, single).map(({ label, text }) => [label, text]))
  const after = linesOf(plan, single)
  const lines = after.map(({ label, text }) => {
    const was = before.get(label)
    if (!inForce || was === text) return { label, text }
    return { label, text, was: was ?? NONE }
  })
  const dropped = [...before].filter(([label]) => !after.some(line => line.label === label))
  return [...lines, ...dropped.map(([label, was]) => ({ label, text: NONE, was }))]
}

const NONE = '无'
/** The line that has the money; screens set it large. */
export const budgetLabel = '预算'

function linesOf(plan: Plan, single: boolean): Line[] {
  const { title, kind, budgetFen, sessions } = plan
  return [
    { label: '名称', text: title },
    { label: '类别', text: kindLabels[kind] },
    ...sessions.flatMap((session, i) => sessionLines(plan, session, single ? '' : `第${i + 1}场`)),
    { label: budgetLabel, text: money(budgetFen) },
    ...perHead(plan),
  ]
}

function sessionLines({ mode, groupMax }: Plan, session: DraftSession, which: string): Line[] {
  const { startAt, endAt, spot, places } = session
  const unit = groupMax > 1 ? '组' : '名'
  const lines = [
    { label: `${which}时间`, text: when(startAt, endAt) },
    { label: `${which}地点`, text: [spot.name, spot.address].filter(Boolean).join('，') },
  ]
  return mode === 'OPEN' ? lines : [...lines, { label: `${which}名额`, text: `${places} ${unit}` }]
}

/** Public money by the people who may come; nothing where nobody is counted. */
function perHead({ mode, budgetFen, groupMax, sessions }: Plan): Line[] {
  const heads = sessions.reduce((sum, { places }) => sum + places * groupMax, 0)
  if (mode === 'OPEN' || heads === 0) return []
  return [{ label: '人均预算', text: money(Math.round(budgetFen / heads)) }]
}
