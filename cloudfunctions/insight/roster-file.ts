import type ExcelJS from 'exceljs'
import { rosterColumns, rosterSheet } from '../../miniprogram/shared/export-words'
import type { RosterLine } from './roster-pages'

interface Sheet {
  /** The first row. */
  watermark: string
  /** Labels of the columns behind the fixed ones. */
  questions: readonly string[]
  /** Names and phones are in full. */
  full: boolean
  pages: AsyncIterable<RosterLine[]>
}

type Key = keyof RosterLine['cells']

const WIDTHS: readonly [Key, number][] = [
  ['no', 8],
  ['name', 14],
  ['phone', 16],
  ['employment', 12],
  ['headcount', 8],
  ['state', 12],
  ['at', 18],
  ['method', 12],
  ['note', 30],
]
const ANSWER_WIDTH = 24
/** Excel's own format of text: what begins with = stays what was written, even when the cell is edited. */
const TEXT = '@'
/** The watermark and the header. */
const FROZEN_ROWS = 2

/** Writes the sheet row by row; answers how many people it has. */
export async function rosterFile(
  filename: string,
  { watermark, questions, full, pages }: Sheet,
): Promise<number> {
  const { stream } = await library()
  const workbook = new stream.xlsx.WorkbookWriter({ filename, useStyles: true })
  const sheet = workbook.addWorksheet(rosterSheet, { views: [{ state: 'frozen', ySplit: FROZEN_ROWS }] })
  sheet.columns = [...WIDTHS.map(([, width]) => width), ...questions.map(() => ANSWER_WIDTH)].map(width => ({
    width,
    style: { numFmt: TEXT },
  }))
  sheet.addRow([watermark]).commit()
  const header = sheet.addRow([...WIDTHS.map(([key]) => titleOf(key, full)), ...questions])
  header.font = { bold: true }
  header.commit()
  let rows = 0
  for await (const lines of pages) {
    for (const { cells, answers } of lines) {
      const row = sheet.addRow([...WIDTHS.map(([key]) => cells[key]), ...answers])
      for (const key of ['no', 'headcount'] as const) row.getCell(columnOf(key)).numFmt = '0'
      row.commit()
    }
    rows += lines.length
  }
  sheet.commit()
  await workbook.commit()
  return rows
}

const columnOf = (key: Key): number => WIDTHS.findIndex(([name]) => name === key) + 1

const titleOf = (key: Key, full: boolean): string =>
  key === 'phone' && !full ? rosterColumns.tail : rosterColumns[key]

/** 20 MB of it: read when the first list is made, and never by who looks at a desk. */
async function library(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default
}
