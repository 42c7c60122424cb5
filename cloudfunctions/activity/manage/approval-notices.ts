import { noticeTexts } from '../../../miniprogram/shared/notice-texts'
import { localDate } from '../../../miniprogram/shared/time'
import { approvalsPage, editPage } from '../../_kit/links'
import { tell } from '../../_kit/notices'
import type { Store } from '../../_kit/store'
import type { Activity, Approval } from '../../../typings/documents'

const MOST_GRANTS = 1000
/** People who are told of one approval. */
const MOST_TOLD = 50

/** Tells everybody who may decide: APPROVE in force over that organisation, and no hand in it. */
export async function tellApprovers(
  store: Store,
  { editorIds }: Activity,
  { _id: ref, title, orgName, orgPath, amountFen, proposerId }: Approval,
  now: number,
): Promise<void> {
  const grants = await store.find('grants', {
    where: { role: 'STAFF', state: 'ACTIVE', untilDate: { $gte: localDate(now) } },
    fields: ['personId', 'caps', 'orgPath'],
    limit: MOST_GRANTS,
  })
  const able = grants.filter(grant => grant.caps.includes('APPROVE') && orgPath.startsWith(grant.orgPath))
  const people = [...new Set(able.map(({ personId }) => personId))]
    .filter(personId => personId !== proposerId && !editorIds.includes(personId))
    .slice(0, MOST_TOLD)
  const text = noticeTexts.APPROVAL_WAITING({ title, amount: yuan(amountFen), org: orgName })
  await tell(
    store,
    people.map(personId => ({ personId, trigger: 'APPROVAL_WAITING', ref, text, page: approvalsPage })),
    now,
  )
}

/** Tells who asked what became of it. */
export async function tellProposer(
  store: Store,
  { _id: ref, refId, title, amountFen, proposerId: personId, state, reason = '' }: Approval,
  now: number,
): Promise<void> {
  const agreed = state === 'AGREED'
  const text = noticeTexts.APPROVAL_DONE({ title, amount: yuan(amountFen), agreed, reason })
  await tell(store, [{ personId, trigger: 'APPROVAL_DONE', ref, text, page: editPage(refId) }], now)
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
