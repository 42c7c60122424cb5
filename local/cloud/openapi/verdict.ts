/** What WeChat answers: JSON with an errcode, or media. */
export type Verdict = Record<string, unknown> | { contentType: string; buffer: Buffer }

/** A verdict that a test or the workbench has put in the way of the next calls of one API. */
export interface Script {
  api: string
  reply?: Record<string, unknown>
  errCode?: number
  times?: number
}

export class Scripts {
  private readonly waiting: Required<Pick<Script, 'api' | 'reply' | 'times'>>[] = []

  add({ api, reply = {}, errCode = 0, times = 1 }: Script) {
    this.waiting.push({
      api,
      times,
      reply: { errcode: errCode, errmsg: errCode === 0 ? 'ok' : `scripted error ${errCode}`, ...reply },
    })
  }

  take(api: string): Verdict | undefined {
    const at = this.waiting.findIndex(script => script.api === api)
    const script = this.waiting[at]
    if (!script) return undefined
    script.times -= 1
    if (script.times <= 0) this.waiting.splice(at, 1)
    return script.reply
  }
}
