import type { SubscribeReport } from '../../typings/api/account'
import type { TemplateKey } from '../../typings/documents'
import { templates } from '../shared/templates'
import { localDate } from '../shared/time'
import { accounts } from './account'
import { serverNow } from './clock'
import { opId } from './op-id'
import { outbox } from './outbox'

const ASKED = 'subscribeAsked'
/** WeChat's answers; `filter` and what may come later count as a refusal. */
const ANSWERS: Record<string, 'accept' | 'reject' | 'ban'> = {
  accept: 'accept',
  acceptWithAudio: 'accept',
  ban: 'ban',
}

/** Counted once by its `opId`, however often it is sent. */
const reports = outbox<SubscribeReport, unknown>('subscribeReports', report =>
  accounts.subscribeReport(report),
)

/** Local date on which each was last asked for. */
function asked(): Partial<Record<TemplateKey, string>> {
  const stored: Partial<Record<TemplateKey, string>> | '' = wx.getStorageSync(ASKED)
  return stored || {}
}

/** Those of them that were not asked for today: nobody is asked for the same messages twice a day. */
export const askable = (keys: readonly TemplateKey[]): TemplateKey[] => {
  const [today, before] = [localDate(serverNow()), asked()]
  return keys.filter(key => before[key] !== today)
}

/**
 * Asks in WeChat's own sheet for messages of these kinds, at most three. Only inside a tap, before anything is awaited.
 * True when one was allowed. What was answered is told to the server, now or when there is a network.
 */
export async function askForMessages(keys: readonly TemplateKey[]): Promise<boolean> {
  const wanted = askable(keys)
  if (wanted.length === 0) return false
  const today = localDate(serverNow())
  wx.setStorageSync(ASKED, { ...asked(), ...Object.fromEntries(wanted.map(key => [key, today])) })
  const answers = await new Promise<Record<string, string>>(resolve => {
    wx.requestSubscribeMessage({
      tmplIds: wanted.map(key => templates[key]),
      success: resolve,
      // switched off in WeChat's settings, or no network: nothing was answered
      fail: () => resolve({}),
    })
  })
  const results = wanted
    .filter(key => answers[templates[key]] !== undefined)
    .map(key => ({ template: key, answer: ANSWERS[answers[templates[key]] ?? ''] ?? 'reject' }))
  if (results.length > 0) reports.add({ opId: opId(), results })
  void reports.flush()
  return results.some(({ answer }) => answer === 'accept')
}

export const sendReports = (): Promise<void> => reports.flush()
