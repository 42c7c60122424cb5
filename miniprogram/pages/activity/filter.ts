import type { ListFilter } from '../../../typings/api/activity'
import type { ActivityKind } from '../../../typings/documents'
import { kindLabels } from '../../shared/labels'
import { DAY, dayStart } from '../../shared/time'

/** What the person narrowed the list to; '' is no narrowing. */
export interface Chosen {
  kind: ActivityKind | ''
  period: string
  street: string
  hasPlace: boolean
}

export const unfiltered: Chosen = { kind: '', period: '', street: '', hasPlace: false }

export interface Option {
  key: string
  label: string
}

export const kindChips: Option[] = [
  { key: '', label: '全部' },
  ...Object.entries(kindLabels).map(([key, label]) => ({ key, label })),
]

/** Days from today, both included; a week ends with its Sunday. */
export const periods: Option[] = [
  { key: '', label: '不限时间' },
  { key: 'today', label: '今天' },
  { key: 'week', label: '7天内' },
  { key: 'month', label: '30天内' },
]

const DAYS: Record<string, number> = { today: 1, week: 7, month: 30 }

export function toFilter(chosen: Chosen, now: number): ListFilter {
  const days = DAYS[chosen.period]
  const filter: ListFilter = { from: now }
  if (chosen.kind) filter.kind = chosen.kind
  if (chosen.street) filter.orgId = chosen.street
  if (chosen.hasPlace) filter.hasPlace = true
  if (days) filter.to = dayStart(now) + days * DAY
  return filter
}

export const isNarrowed = (chosen: Chosen): boolean =>
  chosen.kind !== '' || chosen.period !== '' || chosen.street !== '' || chosen.hasPlace

/** Stored copies are kept by filter; the moment is not part of it. */
export const copyKey = ({ kind, period, street, hasPlace }: Chosen): string =>
  `list:${kind}:${period}:${street}:${hasPlace ? 1 : 0}`
