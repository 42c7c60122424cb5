import { isDeepStrictEqual } from 'node:util'
import {
  array,
  boolean,
  check,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot'
import type { Action, StaffRequest, Subject } from '../../_kit/action'
import { seal } from '../../_kit/crypto'
import { AppError } from '../../_kit/errors'
import { grantsOf } from '../../_kit/grants'
import { lawyerIdOf } from '../../_kit/identity'
import { secrets } from '../../_kit/keys'
import { AFTER_CAUSE_MS, schedule } from '../../_kit/tasks'
import type { LawyerInput } from '../../../typings/api/legal'
import type { Lawyer, Person } from '../../../typings/documents'
import { personId, revision } from '../../account/input'
import { mode, serviceId } from '../booking/input'
import { makeSlots } from '../rota/make-slots'
import { forgetCatalogue, loadCatalogue } from './catalogue'
import { checkTexts } from './check-texts'
import { firmHash } from './firm-hash'
import { followFirm } from './follow-firm'
import { lawyerItem, licenceOf, licenceOwner } from './lawyer-item'

interface Profile extends Subject {
  person: Person
  /** Holds a grant in force. */
  granted: boolean
  /** Absent: there is none yet. */
  old?: Lawyer
}

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length
const text = (least: number, most: number) => pipe(string(), trim(), minLength(least), maxLength(most))
const degrees = (least: number, most: number) => pipe(number(), minValue(least), maxValue(most))

export const lawyerSave: Action<'legal', 'lawyerSave', Profile> = {
  input: strictObject({
    personId,
    surname: pipe(string(), trim(), regex(/^\p{Script=Han}{1,4}$/u)),
    firm: text(2, 40),
    licenceNo: pipe(string(), trim(), regex(/^([0-9A-Za-z]{6,20})?$/)),
    services: pipe(
      array(serviceId),
      maxLength(40),
      check(values => distinct(values)),
    ),
    modes: pipe(
      array(mode),
      minLength(1),
      check(values => distinct(values)),
    ),
    site: optional(
      // GCJ-02 covers China
      strictObject({ name: text(2, 40), address: text(2, 80), lng: degrees(73, 136), lat: degrees(3, 54) }),
    ),
    active: boolean(),
    rev: revision,
  }),

  async load({ store, now }, { personId }) {
    const [grants, person, old] = await Promise.all([
      grantsOf(store, personId, now),
      store.get('persons', personId),
      store.get('lawyers', lawyerIdOf(personId)),
    ])
    const grant = grants.find(({ role }) => role === 'LAWYER')
    const orgPath = grant?.orgPath ?? old?.orgPath
    if (!person || orgPath === undefined) throw new AppError('NOT_FOUND')
    return { orgPath, person, granted: grant !== undefined, ...(old && { old }) }
  },

  async run(request, input, profile) {
    const { store, now } = request
    await refuse(request, input, profile)
    const lawyer = nextLawyer(input, profile, now)
    // slots follow the profile, conflicts follow the firm
    await schedule(store, 'SLOTS', lawyer._id, now + AFTER_CAUSE_MS)
    await schedule(store, 'FIRM', lawyer._id, now + AFTER_CAUSE_MS)
    const saved = await write(request, input, lawyer, profile.old)
    await followFirm(store, saved, now)
    await makeSlots(store, saved._id, now)
    return lawyerItem(saved, profile.person)
  },
}

async function refuse({ store, openid, now }: StaffRequest, input: LawyerInput, { old, granted }: Profile) {
  const { surname, firm, site, services, licenceNo, active } = input
  if (active && !granted) throw new AppError('INVALID_INPUT', { field: 'active' })
  if (licenceNo === '' && !old) throw new AppError('INVALID_INPUT', { field: 'licenceNo' })
  const known = await loadCatalogue(store, now)
  const added = services.filter(id => !old?.services.includes(id))
  if (!added.every(id => known.services.some(({ _id }) => _id === id))) {
    forgetCatalogue()
    throw new AppError('NOT_FOUND', { field: 'services' })
  }
  await checkTexts({ surname, firm, site: site ? `${site.name} ${site.address}` : '' }, openid)
}

function nextLawyer(input: LawyerInput, { old, orgPath }: Profile, now: number): Lawyer {
  const { personId, licenceNo, site = null, rev, ...content } = input
  const _id = lawyerIdOf(personId)
  const kept = old && (licenceNo === '' || licenceOf(old.licenceNo, _id) === licenceNo)
  return {
    ...{ _id, personId, orgPath, ...content, site, firmHash: firmHash(content.firm) },
    licenceNo: kept ? old.licenceNo : seal(licenceNo, licenceOwner(_id), secrets()),
    partiesHash: old?.partiesHash ?? '',
    ...{ createdAt: old?.createdAt ?? now, updatedAt: now, rev: rev + 1 },
  }
}

async function write(
  { store }: StaffRequest,
  { rev, licenceNo }: LawyerInput,
  lawyer: Lawyer,
  old: Lawyer | undefined,
): Promise<Lawyer> {
  const same = (there: Lawyer) => there.rev > rev && says(there, lawyer, licenceNo)
  // a second tap, or a retry
  if (old && same(old)) return old
  if ((old?.rev ?? 0) !== rev) throw new AppError('STALE_REV')
  const { _id, rev: _rev, createdAt: _createdAt, partiesHash: _partiesHash, ...set } = lawyer
  const written =
    rev === 0 ? await store.insert('lawyers', lawyer) : await store.change('lawyers', { _id, rev }, set)
  forgetCatalogue()
  if (written) return lawyer
  const stored = await store.get('lawyers', _id)
  if (!stored || !same(stored)) throw new AppError('STALE_REV')
  return stored
}

/** Is the profile that was to be written there already? */
function says(there: Lawyer, wanted: Lawyer, licenceNo: string): boolean {
  const content = ({ surname, firm, services, modes, site, active }: Lawyer) => ({
    ...{ surname, firm, services, modes, site, active },
  })
  const licensed = licenceNo === '' || licenceOf(there.licenceNo, there._id) === licenceNo
  return licensed && isDeepStrictEqual(content(there), content(wanted))
}
