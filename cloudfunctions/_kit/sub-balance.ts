import type { TemplateKey } from '../../typings/documents'

export const balanceId = (personId: string, template: TemplateKey) => `${personId}:${template}`

/** What the envelope of the address is bound to. */
export const openidOwner = (personId: string) => `${personId}.openid`
