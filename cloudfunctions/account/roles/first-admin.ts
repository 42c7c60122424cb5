import { maxLength, pipe, regex, strictObject, string, transform } from 'valibot'
import type { Action, PersonRequest } from '../../_kit/action'
import { AppError, tryAgain } from '../../_kit/errors'
import { secrets } from '../../_kit/keys'
import { limitTries } from '../../_kit/tries'
import { orgKindLabels } from '../../../miniprogram/shared/labels'
import type { Grant, Org } from '../../../typings/documents'
import { slotOf } from './first-code'
import { grantItem } from './grant-item'
import { lastDay } from './grant-rules'
import { tellGrantee, tellGranteeLater } from './tell-grant'

const ROOT_ID = 'org_R'
const GUESSES_A_MINUTE = 10

/** A code is used once: its grant has the id of its slot, for ever. */
export const firstAdmin: Action<'account', 'firstAdmin'> = {
  input: strictObject({
    // as it is printed in groups, or typed
    code: pipe(
      string(),
      maxLength(40),
      regex(/^[\w -]+$/),
      transform(text => text.replace(/[ -]/g, '').toUpperCase()),
    ),
  }),

  limit: ({ store, personId, now }) => limitTries(store, `${personId}:firstAdmin`, now, GUESSES_A_MINUTE),

  async run(request, { code }) {
    const { store, personId, me } = request
    const slot = slotOf(code, secrets())
    if (slot === undefined) throw new AppError('NO_PERMISSION')
    const wanted = firstGrant(request, slot, await rootOf(request))
    await tellGranteeLater(request, wanted)
    const grant = (await store.insert('grants', wanted)) ? wanted : await store.get('grants', wanted._id)
    if (grant?.personId !== personId || grant.state !== 'ACTIVE') throw new AppError('STATE_CHANGED')
    await tellGrantee(request, grant)
    return grantItem(grant, me, request)
  },
}

/** The organisation at the top; the first administrator of an empty deployment finds none and makes it. */
async function rootOf({ store, now }: PersonRequest): Promise<Org> {
  const name = orgKindLabels.DISTRICT
  const find = () => store.find('orgs', { where: { parentId: '' }, limit: 1 })
  const [there] = await find()
  if (there) return there
  await store.insert('orgs', {
    _id: ROOT_ID,
    name,
    short: name,
    kind: 'DISTRICT',
    parentId: '',
    path: `/${ROOT_ID}/`,
    open: true,
    createdAt: now,
    updatedAt: now,
    rev: 1,
  })
  const [made] = await find()
  if (!made) throw tryAgain()
  return made
}

function firstGrant({ personId, now }: PersonRequest, slot: number, root: Org): Grant {
  return {
    _id: `gr_first_${slot}`,
    createdAt: now,
    updatedAt: now,
    rev: 1,
    personId,
    role: 'ADMIN',
    caps: [],
    orgId: root._id,
    orgName: root.name,
    orgPath: root.path,
    untilDate: lastDay(now),
    state: 'ACTIVE',
    byId: '',
  }
}
