import type { CheckInMethod } from '../../typings/documents'
import { clock, localDate } from './time'

/** Words of the roster that leaves as a file. */
export const rosterColumns = {
  no: '号码',
  name: '姓名',
  tail: '尾号',
  phone: '手机号',
  employment: '用工形式',
  headcount: '人数',
  state: '状态',
  at: '签到时间',
  method: '方式',
  note: '备注',
} as const

export const rosterSheet = '签到表'

export const holdingStates = {
  HELD: '已报名',
  OFFERED: '待确认',
  ATTENDED: '已签到',
  PENDING: '待核验',
  NO_SHOW: '未到场',
  CALLED_OFF: '已取消场次',
} as const

export const checkInMethods: Record<CheckInMethod, string> = {
  SCAN_STAFF: '扫签到码',
  SCAN_VENUE: '扫现场码',
  MANUAL: '手动签到',
}

export const walkInNote = '现场补报名'

/** 2026-09-24 14:03 */
export const stampOf = (at: number): string => `${localDate(at)} ${clock(at)}`

/** Says on the sheet itself who took it out, when and why. */
export const watermark = (name: string, at: number, reason: string): string =>
  `导出人 ${name}　时间 ${stampOf(at)}　事由 ${reason}`

/** 骑手夜校 2026-09-24 签到表.xlsx, without what a file name may not hold. */
export const rosterFileName = (title: string, startAt: number): string =>
  `${title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').trim()} ${localDate(startAt)} ${rosterSheet}.xlsx`
