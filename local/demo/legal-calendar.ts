import { calendarId } from '../../cloudfunctions/_kit/calendar'
import type { YearDays } from '../../cloudfunctions/_kit/day-type'
import { calendarOf } from '../../cloudfunctions/_kit/day-type'
import { plusDays } from '../../miniprogram/shared/local-days'
import type { CalendarYear } from '../../typings/documents'

const YEAR = 2026

const holidays: [name: string, from: string, to: string][] = [
  ['元旦', '01-01', '01-03'],
  ['春节', '02-15', '02-23'],
  ['清明节', '04-04', '04-06'],
  ['劳动节', '05-01', '05-05'],
  ['端午节', '06-19', '06-21'],
  ['中秋节', '09-25', '09-27'],
  ['国庆节', '10-01', '10-07'],
]
/** Which weekday one of them stands for is told for two; it is the demo’s own. */
const worked: [name: string, date: string, actsAs?: number][] = [
  ['元旦', '01-04'],
  ['春节', '02-14'],
  ['春节', '02-28'],
  ['劳动节', '05-09'],
  ['国庆节', '09-20', 3],
  ['国庆节', '10-10', 2],
]

/** 2026 as it was announced; 2027 is not there: it has still to be. */
export function calendarYears(at: number, byId: string): CalendarYear[] {
  return [
    {
      ...{ _id: calendarId(YEAR), createdAt: at, updatedAt: at, rev: 1 },
      ...{ days: days(), sourceNo: '国办发明电〔2025〕7号', byId },
    },
  ]
}

export const demoCalendar = calendarOf(year => (year === YEAR ? days() : undefined))

function days(): YearDays {
  const told: YearDays = {}
  for (const [name, from, to] of holidays)
    for (let date = `${YEAR}-${from}`; date <= `${YEAR}-${to}`; date = plusDays(date, 1))
      told[date] = { kind: 'HOLIDAY', name }
  for (const [name, date, actsAs] of worked)
    told[`${YEAR}-${date}`] = { kind: 'MAKEUP', name, ...(actsAs !== undefined && { actsAs }) }
  return told
}
