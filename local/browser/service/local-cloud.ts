/** The control calls of the local cloud that the phone and the workbench make. */
export interface Persona {
  key: string
  openid: string
  name: string
  note: string
  /** Masked, as WeChat's sheet shows it. */
  phone?: string
}

export interface PrintedCode {
  title: string
  note: string
  scene: string
}

export interface Message {
  at: number
  to?: string
  title?: string
  text?: string
  [field: string]: unknown
}

export interface LocalState {
  now: number
  offset: number
  personas: Persona[]
  codes: PrintedCode[]
  outbox: Message[]
}

export interface Clock {
  now: number
  offset: number
}

export const readState = () => local<LocalState>('state')

export const setClock = (change: { advanceMs: number } | { at: number }) => local<Clock>('clock', change)

export const phoneCode = (openid: string) => local<{ code: string }>('phone-code', { openid })

async function local<T>(path: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(`/local/${path}`, body === undefined ? undefined : post)
  if (!answer.ok) throw new Error(`/local/${path}: ${answer.status}`)
  return answer.json()
}
