import type { CalendarEntry } from '../../../../../typings/api/account'
import { plusDays } from '../../../../shared/local-days'

export interface Parsed {
  days: CalendarEntry[]
  /** One sentence a line that cannot be read, in order: 第3行：… */
  problems: string[]
}

const KINDS: Partial<Record<string, CalendarEntry['kind']>> = { 休: 'HOLIDAY', 班: 'MAKEUP' }
const MOST_NAME = 20
const MOST_DAYS = 120

/**
 * The announced days of a year, one a line: the date, 休 or 班, the holiday and, of a worked weekend day, the weekday (1–5)
 * that it stands for. Spaces of any width part them; empty lines say nothing.
 */
export function parseCalendar(year: number, text: string): Parsed {
  const days = new Map<string, CalendarEntry>()
  const problems: string[] = []
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') return
    const read = readLine(year, line.trim().split(/\s+/))
    const twice = typeof read !== 'string' && days.has(read.date)
    if (typeof read === 'string') problems.push(`第${i + 1}行：${read}`)
    else if (twice) problems.push(`第${i + 1}行：${read.date} 写了两次。`)
    else days.set(read.date, read)
  })
  if (problems.length === 0) problems.push(...wholeProblems([...days.values()]))
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), problems }
}

/** One day, or what is wrong with it. */
function readLine(year: number, [date = '', mark = '', name = '', weekday, ...rest]: string[]) {
  if (!isDay(date)) return `“${date}”不是日期，请写成 ${year}-02-06 的样子。`
  if (!date.startsWith(`${year}-`)) return `${date} 不是${year}年的日期。`
  const kind = KINDS[mark]
  if (!kind) return '日期后面请写“休”或“班”。'
  if (name === '') return '请写明是哪个节日。'
  if (name.length > MOST_NAME) return `节日名称最多${MOST_NAME}个字。`
  if (rest.length > 0) return '后面多了内容，一行只写一天。'
  if (kind === 'HOLIDAY') return weekday === undefined ? { date, kind, name } : '“休”后面只写节日名称。'
  if (isWeekday(date)) return `${date} 是周一到周五，本来就上班，不用写“班”。`
  if (weekday === undefined) return { date, kind, name }
  if (!/^[1-5]$/.test(weekday)) return '补周几的班，请写 1 到 5 的数字。'
  return { date, kind, name, actsAs: Number(weekday) }
}

function wholeProblems(days: readonly CalendarEntry[]): string[] {
  if (!days.some(({ kind }) => kind === 'HOLIDAY')) return ['至少要有一个休息日。']
  return days.length > MOST_DAYS ? [`一年最多写 ${MOST_DAYS} 天。`] : []
}

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && roundTrip(date) === date

function roundTrip(date: string): string {
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? '' : plusDays(date, 0)
}

function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return day >= 1 && day <= 5
}

/** The same as text, to be corrected. */
export const calendarText = (days: readonly CalendarEntry[]): string =>
  days
    .map(({ date, kind, name, actsAs }) =>
      [date, kind === 'HOLIDAY' ? '休' : '班', name, ...(actsAs === undefined ? [] : [actsAs])].join(' '),
    )
    .join('\n')
