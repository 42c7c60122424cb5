import type { Cap, Role } from '../../typings/documents'
import { capLabels, roleLabels } from './labels'

interface GrantWords {
  role: Role
  caps: readonly Cap[]
  orgName: string
  /** Local date. */
  untilDate: string
}

/** 2027-06-30 → 2027年6月30日 */
function day(date: string): string {
  const [year = '', month, dayOfMonth] = date.split('-')
  return `${year}年${Number(month)}月${Number(dayOfMonth)}日`
}

/** What became of a person's grant, for the notice GRANT. */
export const grantChanges = {
  given: ({ role, caps, orgName, untilDate }: GrantWords): string => {
    const what = caps.length > 0 ? `（${caps.map(cap => capLabels[cap]).join('、')}）` : ''
    return `您获得了“${orgName}”的${roleLabels[role]}授权${what}，有效期至${day(untilDate)}`
  },
  ended: ({ role, orgName }: GrantWords, reason: string): string =>
    `您在“${orgName}”的${roleLabels[role]}授权已结束，原因：${reason}`,
}
