import { maxLength, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import type { Action, StaffRequest } from '../../_kit/action'
import type { Mark } from '../../_kit/cursor'
import { readCursor, writeCursor } from '../../_kit/cursor'
import type { Filter } from '../../_kit/store'
import type { CaseFilter } from '../../../typings/api/legal'
import type { Appointment, AppointmentState } from '../../../typings/documents'
import { within } from '../../insight/within'
import { lawyerId } from '../rota/lawyer-rota'
import { awaiting } from './awaiting'
import { caseItems } from './case-item'
import type { CaseRow } from './case-row'
import { CASE_FIELDS } from './case-row'

const PAGE = 20
const BEGUN: readonly AppointmentState[] = ['CLEARED', 'CONSULTING']
const OVER: readonly AppointmentState[] = ['DONE', 'RATED', 'CANCELLED', 'NO_SHOW']

/** What has to be done and what comes: the earliest first. What is past: the latest first. */
export const caseList: Action<'legal', 'caseList'> = {
  input: strictObject({
    tab: picklist(['TODO', 'COMING', 'PAST']),
    lawyerId: optional(lawyerId),
    cursor: optional(pipe(string(), maxLength(50), regex(/^\d{1,13}_apt_\w{26}$/))),
  }),

  async run(request, input) {
    const { store, now } = request
    const read = input.tab === 'TODO' ? await todo(request, input) : await paged(request, input)
    const page = read.slice(0, PAGE)
    const items = await caseItems(store, page, now)
    const last = page.at(-1)
    return last && read.length > PAGE
      ? { items, next: writeCursor({ at: last.startAt, id: last._id }) }
      : { items }
  },
}

/** All of them are read to find those that no rule gives any more. */
async function todo({ store, scope, now }: StaffRequest, input: CaseFilter): Promise<CaseRow[]> {
  const found = await awaiting(store, scope.paths, now, ofLawyer(input))
  if (input.cursor === undefined) return found
  const { at, id } = readCursor(input.cursor)
  return found.filter(({ startAt, _id }) => startAt > at || (startAt === at && _id > id))
}

function paged({ store, scope, now }: StaffRequest, input: CaseFilter): Promise<CaseRow[]> {
  const coming = input.tab === 'COMING'
  const begun = { state: { $in: BEGUN } }
  const wanted: Filter<Appointment> = coming
    ? { $or: [{ state: 'BOOKED' }, { ...begun, endAt: { $gt: now } }] }
    : { $or: [{ state: { $in: OVER } }, { ...begun, endAt: { $lte: now } }] }
  const mark = input.cursor === undefined ? {} : behind(readCursor(input.cursor), coming)
  const order = coming ? 1 : -1
  return store.find('appointments', {
    where: { $and: [{ $or: within(scope.paths) }, ofLawyer(input), wanted, mark] },
    orderBy: { startAt: order, _id: order },
    limit: PAGE + 1,
    fields: CASE_FIELDS,
  })
}

const ofLawyer = ({ lawyerId }: CaseFilter): Filter<Appointment> =>
  lawyerId === undefined ? {} : { lawyerId }

const behind = ({ at, id }: Mark, rising: boolean): Filter<Appointment> =>
  rising
    ? { $or: [{ startAt: { $gt: at } }, { startAt: at, _id: { $gt: id } }] }
    : { $or: [{ startAt: { $lt: at } }, { startAt: at, _id: { $lt: id } }] }
