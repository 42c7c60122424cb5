import { AppError } from '../../_kit/errors'
import { checkText } from '../../_kit/openapi'
import type { ActivityDraft } from '../../../typings/documents'
import { checkCover } from '../cover'

/** Characters of one check. */
const MOST = 2500

/** Throws CONTENT_RISKY with the part it is in; FILE_REJECTED for the cover; CONTENT_PENDING when nobody could say. */
export async function checkContent(draft: ActivityDraft, openid: string): Promise<void> {
  const checks = partsOf(draft).map(async ({ field, text }) => {
    const checked = await checkText(text, openid)
    if (checked === 'RISKY') throw new AppError('CONTENT_RISKY', { field })
    return checked
  })
  // looked at when it was saved, but the phone may have put another picture there since
  const cover = draft.coverId === '' ? 'PASS' : checkCover(draft.coverId)
  if ((await Promise.all([cover, ...checks])).includes('UNREACHABLE')) throw new AppError('CONTENT_PENDING')
}

/** Everything that a worker will read, cut to what one check takes. */
function partsOf({
  title,
  body,
  notes,
  questions,
  sessions,
}: ActivityDraft): { field: string; text: string }[] {
  const asked = questions.flatMap(({ label, options }) => [label, ...options])
  const spots = sessions.flatMap(({ spot, kept }) => [
    spot.name,
    spot.address,
    ...kept.map(({ label }) => label),
  ])
  const texts = {
    title,
    body,
    notes: notes.join('\n'),
    questions: asked.join('\n'),
    sessions: [...new Set(spots)].join('\n'),
  }
  return Object.entries(texts).flatMap(([field, text]) => chunks(text).map(chunk => ({ field, text: chunk })))
}

function chunks(text: string): string[] {
  const count = Math.ceil(text.trim().length / MOST)
  return Array.from({ length: count }, (_, i) => text.trim().slice(i * MOST, (i + 1) * MOST))
}
