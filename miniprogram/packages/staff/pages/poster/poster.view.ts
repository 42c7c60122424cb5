import type { Poster } from '../../../../../typings/api/insight'
import { failedView, type FailedView } from '../../../../components/failure-card/failed'
import type { Failure } from '../../../../services/failure'

export type PosterView = { kind: 'loading' } | { kind: 'ready'; path: string; label: string } | FailedView

/** `path` is the drawn picture. The label says aloud what is printed. */
export function posterView({ title, org, lines, shortId }: Poster, path: string): PosterView {
  const facts = lines.map(({ label, text }) => `${label}${text}`)
  return { kind: 'ready', path, label: [`海报：${title}`, ...facts, org, `核验号${shortId}`].join('，') }
}

export function notLoaded(failure: Failure): PosterView {
  if (failure.code !== 'NOT_PUBLISHED') return failedView(failure)
  const text = '先发布活动，再来打印海报。'
  return { kind: 'failed', title: '发布后才能生成海报', text, code: '', retry: '' }
}

/** What was read and could not be drawn. */
export const notDrawn: PosterView = {
  kind: 'failed',
  title: '海报没有画好',
  text: '二维码没有加载出来，请检查网络后重试。',
  code: '',
  retry: '重试',
}
