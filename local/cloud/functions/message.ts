/** What the gateway and a function instance say to each other. */
export interface CallMessage {
  id: string
  event: unknown
  /** The second argument of `main`. */
  context: Record<string, unknown>
  /** Set in `process.env` for this call only. */
  env: Record<string, string>
  clockOffset: number
}

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'done'; id: string; json: string }
  | { kind: 'failed'; id: string; error: string }
