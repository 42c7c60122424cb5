import type { ClaimType, LegalMode, LegalServiceDoc } from '../../typings/documents'

type Row = [key: string, name: string, intro: string, claimTypes: ClaimType[], needsOpponent?: boolean]

const MODES: LegalMode[] = ['PHONE', 'SITE', 'TEXT']
const MINUTES = 30

const rows: Row[] = [
  ['wages', '欠薪', '拖欠、克扣工资，加班费怎么要', ['WAGES', 'OVERTIME']],
  ['injury', '工伤', '认定、鉴定和待遇怎么办', ['INJURY']],
  ['dismissal', '解除合同', '被辞退、被迫离职，补偿怎么算', ['DISMISSAL', 'CONTRACT']],
  ['insurance', '社会保险', '没有缴、少缴社会保险怎么办', ['INSURANCE']],
  ['women', '女职工权益', '孕期、产期、哺乳期的保护', ['DISMISSAL', 'WAGES', 'OTHER']],
  ['platform', '平台用工', '骑手、快递员、网约车司机的权益', ['WAGES', 'INJURY', 'CONTRACT', 'OTHER']],
  ['review', '合同审查', '签字之前，请律师看一看', ['CONTRACT_REVIEW'], false],
  ['other', '其他', '劳动用工方面的其他问题', ['OTHER'], false],
]

/** The eight lines of the menu. */
export function legalServices(at: number): LegalServiceDoc[] {
  return rows.map(([key, name, intro, claimTypes, needsOpponent = true], i) => ({
    ...{ _id: `ls_${key}`, createdAt: at, updatedAt: at, rev: 1 },
    ...{ name, intro, modes: MODES, minutes: MINUTES, claimTypes, needsOpponent, open: true, order: i + 1 },
  }))
}

export const serviceIds: readonly string[] = rows.map(([key]) => `ls_${key}`)

export function serviceOf(key: string): Pick<LegalServiceDoc, '_id' | 'name'> {
  const row = rows.find(([one]) => one === key)
  if (!row) throw new Error(`no service ${key}`)
  return { _id: `ls_${key}`, name: row[1] }
}
