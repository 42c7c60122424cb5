import { cancelWords, modeLabels } from '../../draft/words'

const CANCEL_MINUTES = [0, 120, 720, 1440, 2880, 4320]

export const cancelOptions = CANCEL_MINUTES.map(minutes => ({
  key: String(minutes),
  label: cancelWords(minutes),
}))

export const modeOptions = (['FIRST', 'OPEN'] as const).map(key => ({ key, label: modeLabels[key] }))

/** How one more session follows the last one. */
export const afterOptions = [
  { key: 'FOLLOWING', label: '同一天，接着上一场' },
  { key: 'NEXT_DAY', label: '第二天，同一时间' },
  { key: 'NEXT_WEEK', label: '下周，同一时间' },
]
