import type { Failure } from '../../services/failure'

/** What a failure card prints. */
export interface FailedView {
  kind: 'failed'
  title: string
  text: string
  code: string
  retry: string
}

/** `safe` says what the failure did not touch. */
export function failedView({ code, sentence, detail }: Failure, safe = ''): FailedView {
  const kind = 'failed'
  if (code === 'OFFLINE')
    return { kind, title: '当前无网络', text: '请联网后再试。', code: '', retry: '重试' }
  if (code === 'NO_PERMISSION') return { kind, title: '您暂无权限查看此页', text: '', code, retry: '' }
  if (code === 'NOT_FOUND')
    return { kind, title: '内容不存在或已下架', text: '它可能已经结束或被主办方撤下。', code: '', retry: '' }
  const shown = detail.requestId ? `${code} · ${detail.requestId}` : code
  const text = code === 'INTERNAL' ? safe : sentence + safe
  return { kind, title: '加载失败，请稍后再试', text, code: shown, retry: '重试' }
}
