import {
  calendarText,
  parseCalendar,
} from '../../miniprogram/packages/admin/components/calendar-sheet/calendar-lines'
import {
  countWords,
  holidayWords,
  yearRow,
} from '../../miniprogram/packages/admin/components/calendar-sheet/calendar-words'
import type { CalendarOfYear } from '../../typings/api/account'

const problems = (text: string) => parseCalendar(2027, text).problems
const announced = `2027-02-06 休 春节
2027-02-05　休　春节
2027-02-07\t休 春节

  2027-02-14 班 春节 3
2027-05-01 休 劳动节`

test('what was announced is read line by line, whatever the spaces, and put in order', () => {
  const { days, problems } = parseCalendar(2027, announced.replace(/\n/g, '\r\n'))
  expect(problems).toEqual([])
  expect(days).toEqual([
    { date: '2027-02-05', kind: 'HOLIDAY', name: '春节' },
    { date: '2027-02-06', kind: 'HOLIDAY', name: '春节' },
    { date: '2027-02-07', kind: 'HOLIDAY', name: '春节' },
    { date: '2027-02-14', kind: 'MAKEUP', name: '春节', actsAs: 3 },
    { date: '2027-05-01', kind: 'HOLIDAY', name: '劳动节' },
  ])
  expect(parseCalendar(2027, calendarText(days)).days).toEqual(days)
})

test.each([
  ['2027/02/06 休 春节', '第1行：“2027/02/06”不是日期，请写成 2027-02-06 的样子。'],
  ['2027-02-29 休 春节', '第1行：“2027-02-29”不是日期，请写成 2027-02-06 的样子。'],
  ['2027-13-01 休 春节', '第1行：“2027-13-01”不是日期，请写成 2027-02-06 的样子。'],
  ['2026-02-06 休 春节', '第1行：2026-02-06 不是2027年的日期。'],
  ['2027-02-06 放假 春节', '第1行：日期后面请写“休”或“班”。'],
  ['2027-02-06 休', '第1行：请写明是哪个节日。'],
  [`2027-02-06 休 ${'春'.repeat(21)}`, '第1行：节日名称最多20个字。'],
  ['2027-02-06 休 春节 3', '第1行：“休”后面只写节日名称。'],
  ['2027-02-14 班 春节 6', '第1行：补周几的班，请写 1 到 5 的数字。'],
  ['2027-02-14 班 春节 3 休', '第1行：后面多了内容，一行只写一天。'],
  ['2027-02-15 班 春节', '第1行：2027-02-15 是周一到周五，本来就上班，不用写“班”。'],
  ['2027-02-06 休 春节\n\n2027-02-06 休 春节', '第3行：2027-02-06 写了两次。'],
])('%j: %s', (text, problem) => {
  expect(problems(text)).toEqual([problem])
})

test('every wrong line is named; a year without a day off is none', () => {
  expect(problems('2027-02-06 春节\nx')).toHaveLength(2)
  expect(problems('')).toEqual(['至少要有一个休息日。'])
  expect(problems('2027-02-14 班 春节 3')).toEqual(['至少要有一个休息日。'])
})

test('days are told by holiday, in ranges', () => {
  const { days } = parseCalendar(2027, `${announced}\n2027-02-20 班 春节`)
  expect(holidayWords(days)).toEqual([
    { name: '春节', lines: ['2月5日–2月7日 休', '2月14日 班（补周三）', '2月20日 班'] },
    { name: '劳动节', lines: ['5月1日 休'] },
  ])
  expect(countWords(days)).toBe('休 4 天，班 2 天')
})

test('a year says whether it is built in, imported or not announced yet', () => {
  const year: CalendarOfYear = { year: 2027, source: 'ABSENT', days: [], sourceNo: '', rev: 0 }
  const { days } = parseCalendar(2027, announced)
  expect(yearRow(year)).toMatchObject({ title: '2027年节假日', state: '待定' })
  expect(yearRow({ ...year, source: 'BUILT_IN', days })).toMatchObject({
    state: '内置',
    line: '休 4 天，班 1 天',
  })
  expect(yearRow({ ...year, source: 'IMPORTED', days, sourceNo: '国办发明电〔2026〕9号' })).toMatchObject({
    state: '已导入',
    line: '休 4 天，班 1 天　国办发明电〔2026〕9号',
  })
})
