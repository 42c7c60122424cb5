import type { RollMark, RosterRow } from '../../../../../typings/api/activity'
import { messages, type ErrorCode } from '../../../../shared/errors'
import { clock } from '../../../../shared/time'
import type { Banner } from './rollcall.view'

/** A row of the list, or only the mark of one that is not on it yet. */
type Row = RollMark & Partial<Pick<RosterRow, 'name' | 'tail'>>

const who = ({ name, tail }: Row): string => (name ? `${name}　尾号 ${tail}` : '名单已更新')

export const checkedIn = (row: Row): Banner => ({
  tone: 'green',
  title: '签到成功',
  line: who(row),
  no: row.no,
})

export const checkedInBefore = (row: Row): Banner => ({
  tone: 'amber',
  title: row.at === undefined ? '已签到' : `已签到 ${clock(row.at)}`,
  line: who(row),
  no: row.no,
})

export const outside = (no: number): Banner => ({
  tone: 'amber',
  title: '名单外，已记下',
  line: '名单下载后报的名，联网后自动核验。',
  no,
})

export const refused = (code: ErrorCode, sentence: string = messages[code]): Banner => ({
  tone: 'late',
  title: '没有签到',
  line: sentence,
})

/** What a sync came to, when the server refused some of it. */
export const refusedLater = (count: number): Banner => ({
  tone: 'late',
  title: `${count} 条离线签到没有通过`,
  line: '请在“未到”里找到本人，核对后手动签到。',
})
