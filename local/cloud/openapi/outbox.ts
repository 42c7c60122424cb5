import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'

/** One call of WeChat's open API, as it was answered. */
export interface Sent {
  id: number
  /** Epoch ms of the local clock. */
  at: number
  api: string
  functionName?: string
  data: Record<string, unknown>
  errCode: number
}

/** Everything that functions asked of WeChat, oldest first. Append-only, one JSON line each, on disk before the answer. */
export class Outbox {
  readonly sent: Sent[]
  private readonly file: number

  constructor(file: string) {
    this.sent = existsSync(file) ? readLines(file) : []
    this.file = openSync(file, 'a')
  }

  append(entry: Omit<Sent, 'id'>) {
    const sent = { id: this.sent.length + 1, ...entry }
    writeSync(this.file, `${JSON.stringify(sent)}\n`)
    fsyncSync(this.file)
    this.sent.push(sent)
  }

  close() {
    closeSync(this.file)
  }
}

/** A crash may have cut the last line short: that call was never answered, and the line is taken off. */
function readLines(file: string): Sent[] {
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Sent)
}
