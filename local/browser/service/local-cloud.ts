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

/** Degrees, GCJ-02. */
export interface MapPlace {
  name: string
  address: string
  lng: number
  lat: number
}

/** One call of WeChat's open API by a function, as the local cloud answered it. */
export interface Sent {
  /** Epoch ms of the local clock. */
  at: number
  api: string
  errCode: number
  data: Record<string, unknown>
}

export interface LocalState {
  now: number
  offset: number
  personas: Persona[]
  codes: PrintedCode[]
  places: MapPlace[]
  outbox: Sent[]
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
