import {
  boolean,
  maxLength,
  minLength,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import { AppError } from '../../_kit/errors'
import { derivedUlid } from '../../_kit/ids'
import type { OrgInput } from '../../../typings/api/account'
import type { Org, OrgKind } from '../../../typings/documents'
import { opId, orgId, revision } from '../input'
import { checkClosable, checkMovable } from './org-emptiness'
import { orgItems } from './org-item'
import { checkShape, sameContent } from './org-rules'
import { endTurn, inTurn } from './tree-turn'

const KINDS: readonly OrgKind[] = ['DISTRICT', 'STREET', 'INDUSTRY', 'GRASSROOTS']

export const orgSave: Action<'account', 'orgSave'> = {
  input: strictObject({
    orgId: optional(orgId),
    opId,
    name: pipe(string(), trim(), minLength(2), maxLength(40)),
    short: pipe(string(), trim(), minLength(2), maxLength(12)),
    kind: picklist(KINDS),
    parentId: pipe(string(), regex(/^(org_[0-9A-Za-z]{1,26})?$/)),
    open: boolean(),
    rev: revision,
  }),

  async run(request, input) {
    const org = input.orgId === undefined ? await create(request, input) : await change(request, input)
    const [item] = await orgItems(request.store, [org])
    if (!item) throw new AppError('NOT_FOUND')
    return item
  },
}

async function create(request: StaffRequest, input: OrgInput): Promise<Org> {
  const { store, personId, now } = request
  const { opId, name, short, kind, parentId, open } = input
  await parentOf(request, input, undefined)
  return inTurn(request, turnOf(request, input), async () => {
    const parent = await parentOf(request, input, undefined)
    const _id = `org_${derivedUlid(`org|${personId}|${opId}`)}`
    const path = `${parent?.path ?? '/'}${_id}/`
    const org: Org = { _id, name, short, kind, parentId, path, open, createdAt: now, updatedAt: now, rev: 1 }
    if (await store.insert('orgs', org)) return org
    const first = await store.get('orgs', _id)
    if (!first || !sameContent(first, input)) throw new AppError('OP_MISMATCH')
    return first
  })
}

async function change(request: StaffRequest, input: OrgInput & { orgId?: string }): Promise<Org> {
  const { store } = request
  const { orgId = '', parentId, open, rev } = input
  const old = await store.get('orgs', orgId)
  if (!old) throw new AppError('NOT_FOUND')
  // a second tap, or a retry
  if (old.rev > rev && sameContent(old, input)) {
    await endTurn(store, turnOf(request, input))
    return renamed(request, old)
  }
  if (old.rev !== rev) throw new AppError('STALE_REV')
  await parentOf(request, input, old)
  const reshapes = old.parentId !== parentId || old.open !== open
  const save = () => changed(request, input, old)
  return renamed(request, reshapes ? await inTurn(request, turnOf(request, input), save) : await save())
}

async function changed(request: StaffRequest, input: OrgInput, old: Org): Promise<Org> {
  const { store, now } = request
  const { _id, rev } = old
  const { name, short, kind, parentId, open } = input
  const parent = await parentOf(request, input, old)
  if (old.parentId !== parentId) await checkMovable(store, old)
  if (old.open && !open) await checkClosable(store, old)
  const path = `${parent?.path ?? '/'}${_id}/`
  const set = { name, short, kind, parentId, path, open, updatedAt: now }
  if (!(await store.change('orgs', { _id, rev }, set))) throw new AppError('STALE_REV')
  return { ...old, ...set, rev: rev + 1 }
}

/** A retry goes on where it was cut off. */
const turnOf = ({ personId }: StaffRequest, { opId }: OrgInput): string => `${personId}:${opId}`

/** What it hangs below. Refuses what does not fit there: before the turn, so that it takes none, and once more in it. */
async function parentOf(
  { store }: StaffRequest,
  input: OrgInput,
  old: Org | undefined,
): Promise<Org | undefined> {
  const { parentId } = input
  const parent = parentId === '' ? undefined : await store.get('orgs', parentId)
  if (parentId !== '' && !parent) throw new AppError('NOT_FOUND', { field: 'parentId' })
  checkShape(input, old, parent)
  return parent
}

/** Grants print its name. What was published keeps the name it was published under. */
async function renamed({ store }: StaffRequest, org: Org): Promise<Org> {
  const { _id: orgId, name } = org
  await store.changeAll('grants', { orgId, orgName: { $ne: name } }, { orgName: name })
  return org
}
