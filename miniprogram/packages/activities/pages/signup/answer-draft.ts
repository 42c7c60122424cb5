import type { Answers } from './answers'

/** The answers to the questions of one activity, kept on the phone until they were sent. */
const keyOf = (activityId: string): string => `answers:${activityId}`

export function answerDraft(activityId: string): Answers {
  const stored: Answers | '' = wx.getStorageSync(keyOf(activityId))
  return stored || {}
}

export function keepAnswers(activityId: string, answers: Answers): void {
  wx.setStorageSync(keyOf(activityId), answers)
}

export function forgetAnswers(activityId: string): void {
  wx.removeStorageSync(keyOf(activityId))
}
