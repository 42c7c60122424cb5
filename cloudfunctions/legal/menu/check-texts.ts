import { AppError } from '../../_kit/errors'
import { checkText } from '../../_kit/openapi'

/** Short texts that everybody will read, by field. Throws CONTENT_RISKY with the field; CONTENT_PENDING when nobody could say. */
export async function checkTexts(texts: Record<string, string>, openid: string): Promise<void> {
  const checks = Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(async ([field, text]) => {
      const checked = await checkText(text, openid)
      if (checked === 'RISKY') throw new AppError('CONTENT_RISKY', { field })
      return checked
    })
  if ((await Promise.all(checks)).includes('UNREACHABLE')) throw new AppError('CONTENT_PENDING')
}
