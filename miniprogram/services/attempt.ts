import { failureOf, type Failure } from './failure'

export type Attempt<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** The one place where a page's failure becomes a sentence. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) }
  }
}

/** Says a failure above the page, for what was tapped. */
export function say(failure: Failure): void {
  void wx.showToast({ title: failure.sentence, icon: 'none', duration: 3000 })
}
