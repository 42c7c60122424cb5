import {
  array,
  check,
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
import { localDay } from '../../account/input'
import { idPattern } from '../../_kit/ids'
import { slotIdPattern } from '../slot-id'

export const appointmentId = pipe(string(), regex(idPattern('apt')))
export const slotId = pipe(string(), regex(slotIdPattern))
export const serviceId = pipe(string(), regex(/^ls_\w{1,40}$/))
export const fileItemId = pipe(string(), regex(/^fl_[0-9A-HJKMNP-TV-Z]{26}$/))
export const mode = picklist(['PHONE', 'SITE', 'TEXT'])
export const claimType = picklist([
  'WAGES',
  'OVERTIME',
  'CONTRACT',
  'DISMISSAL',
  'INJURY',
  'INSURANCE',
  'CONTRACT_REVIEW',
  'OTHER',
])

const MOST_OPPONENTS = 5
const MOST_FILES = 9

const opponent = strictObject({
  name: pipe(string(), trim(), minLength(2), maxLength(60)),
  uscc: optional(pipe(string(), regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/))),
})

const distinct = (texts: string[]) => new Set(texts).size === texts.length

export const intake = strictObject({
  opponents: pipe(array(opponent), maxLength(MOST_OPPONENTS)),
  claimType,
  keyDate: optional(localDay),
  facts: pipe(string(), trim(), minLength(10), maxLength(2000)),
  fileIds: pipe(array(fileItemId), maxLength(MOST_FILES), check(distinct)),
})
