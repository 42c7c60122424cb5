import type { SentFile } from './intake'

/** A file on its way, or one that did not arrive. `path` is on this phone. */
export interface WaitingFile {
  key: string
  name: string
  path: string
  bytes: number
  /** 0–100. */
  progress: number
  /** '' while it is being sent. */
  problem: string
  /** Another try may help. */
  again: boolean
}

export interface FileLine {
  key: string
  name: string
  line: string
  state: 'sent' | 'sending' | 'failed'
  progress: number
  again: boolean
}

const MOST_BYTES = 10 * 1024 * 1024
const TYPES = /\.(jpe?g|png|pdf)$/i

/** Why a file cannot be sent, as far as the phone can tell. */
export function fileProblem({ name, path, bytes }: Pick<WaitingFile, 'name' | 'path' | 'bytes'>): string {
  if (!TYPES.test(path) && !TYPES.test(name)) return '只能传 JPG、PNG 图片或 PDF 文件'
  if (bytes > MOST_BYTES) return '超过 10 MB，请换小一些的'
  return bytes === 0 ? '这个文件是空的' : ''
}

/** .pdf */
export const endingOf = ({ name, path }: Pick<WaitingFile, 'name' | 'path'>): string =>
  (TYPES.exec(path) ?? TYPES.exec(name))?.[0].toLowerCase() ?? ''

/** 380 KB, 2.4 MB */
function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

export const fileLines = (sent: readonly SentFile[], waiting: readonly WaitingFile[]): FileLine[] => [
  ...sent.map(({ id, name, bytes }) => ({
    ...{ key: id, name, line: sizeWords(bytes) },
    ...({ state: 'sent', progress: 100, again: false } as const),
  })),
  ...waiting.map(waitingLine),
]

function waitingLine({ key, name, bytes, progress, problem, again }: WaitingFile): FileLine {
  if (problem !== '') return { key, name, line: problem, state: 'failed', progress: 0, again }
  const line = `${sizeWords(bytes)}，正在上传 ${progress}%`
  return { key, name, line, state: 'sending', progress, again: false }
}
