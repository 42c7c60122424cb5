import type { DraftSession, Employment } from '../../../../../typings/documents'
import { employmentLabels } from '../../../../shared/labels'
import { employmentWords } from '../../draft/words'

type Kept = DraftSession['kept'][number]

export interface SegmentRow {
  title: string
  places: number
  /** As many as are not kept for somebody else. */
  max: number
  choices: { key: Employment; label: string; chosen: boolean }[]
}

const all = Object.keys(employmentLabels) as Employment[]
const sum = (kept: Kept[]): number => kept.reduce((total, { places }) => total + places, 0)

export function segmentRows(kept: Kept[], places: number): SegmentRow[] {
  let from = 1
  return kept.map(one => {
    const title = `${from}–${from + one.places - 1} 号留给`
    from += one.places
    return {
      title,
      places: one.places,
      max: Math.max(1, places - sum(kept) + one.places),
      choices: all.map(key => ({
        key,
        label: employmentLabels[key],
        chosen: one.employments.includes(key),
      })),
    }
  })
}

export const restWords = (kept: Kept[], places: number): string =>
  sum(kept) < places ? `其余 ${sum(kept) + 1}–${places} 号谁都可以报。` : '名额全部分完了，其他职工报不了。'

/** One more, for couriers, riders and drivers: a third of what is left. */
export function withSegment(kept: Kept[], places: number): Kept[] {
  const count = Math.max(1, Math.floor((places - sum(kept)) / 3))
  const employments: Employment[] = kept.length === 0 ? ['RIDER', 'COURIER', 'DRIVER'] : []
  return [...kept, named({ label: '', places: count, employments })]
}

const named = (one: Kept): Kept => ({ ...one, label: employmentWords(one.employments) })

export function withEmployment(one: Kept, employment: Employment): Kept {
  const employments = one.employments.includes(employment)
    ? one.employments.filter(other => other !== employment)
    : [...one.employments, employment]
  return named({ ...one, employments })
}
