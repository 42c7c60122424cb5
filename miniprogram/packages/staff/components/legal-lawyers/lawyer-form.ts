import type { LawyerInput, LawyerItem } from '../../../../../typings/api/legal'
import { modeLabels } from '../../../../shared/labels'
import { lawyerName } from '../../../../shared/legal-words'

/** A profile as it is being written. */
export interface LawyerForm extends LawyerInput {
  /** Whose it is. */
  name: string
  /** The last characters of the licence that is there; '' without one. */
  licence: string
}

export function formOf({ lawyerId: _, ...lawyer }: LawyerItem): LawyerForm {
  const isNew = lawyer.rev === 0
  return { ...lawyer, licenceNo: '', active: isNew || lawyer.active, surname: lawyer.surname }
}

const LICENCE = /^[0-9A-Za-z]{6,20}$/

/** What is missing, in a sentence, or what to send. */
export function toLawyer({ name: _, licence, ...form }: LawyerForm): LawyerInput | string {
  const { site } = form
  const [surname, firm, licenceNo] = [form.surname.trim(), form.firm.trim(), form.licenceNo.trim()]
  if (!/^\p{Script=Han}{1,4}$/u.test(surname)) return '请填写姓氏，用汉字。'
  if (firm.length < 2) return '请填写执业机构。'
  if (licenceNo === '' ? licence === '' : !LICENCE.test(licenceNo))
    return '请填写执业证号，6 到 20 位字母和数字。'
  if (form.modes.length === 0) return '请至少选择一种咨询方式。'
  if (form.modes.includes('SITE') && !site) return '有到场咨询，请填写到场地点。'
  if (site && (site.name.trim().length < 2 || site.address.trim().length < 2))
    return '请把到场地点的名称和地址填完整。'
  if (site?.lat === 0) return '请在地图上标出到场地点，职工可以导航。'
  return { ...form, surname, firm, licenceNo }
}

export interface LawyerRow {
  lawyerId: string
  title: string
  line: string
  state: string
}

export function lawyerRow({ lawyerId, name, surname, firm, modes, active, rev }: LawyerItem): LawyerRow {
  if (rev === 0) return { lawyerId, title: name, line: '已授权，还没有资料', state: '待建立' }
  const ways = modes.map(mode => modeLabels[mode]).join('、')
  return {
    lawyerId,
    title: `${lawyerName(surname)}（${name}）`,
    line: `${firm}　${ways}`,
    state: active ? '' : '已暂停',
  }
}
