import { isDeepStrictEqual } from 'node:util'
import {
  array,
  boolean,
  check,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  strictObject,
  string,
  trim,
} from 'valibot'
import type { Action } from '../../_kit/action'
import type { LegalServiceDoc } from '../../../typings/documents'
import { revision, wholeNumber } from '../../activity/input'
import { AppError } from '../../_kit/errors'
import { claimType, mode } from '../booking/input'
import { forgetCatalogue } from './catalogue'
import { checkTexts } from './check-texts'
import { rootPath } from './root-path'
import { serviceView } from './service-view'

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length

export const menuSave: Action<'legal', 'menuSave'> = {
  input: strictObject({
    key: pipe(string(), regex(/^[a-z][0-9a-z_]{0,39}$/)),
    name: pipe(string(), trim(), minLength(2), maxLength(20)),
    intro: pipe(string(), trim(), maxLength(100)),
    modes: pipe(
      array(mode),
      minLength(1),
      check(values => distinct(values)),
    ),
    minutes: pipe(number(), integer(), minValue(10), maxValue(240)),
    claimTypes: pipe(
      array(claimType),
      minLength(1),
      check(values => distinct(values)),
    ),
    needsOpponent: boolean(),
    open: boolean(),
    order: wholeNumber(999),
    rev: revision,
  }),

  load: async ({ store }) => ({ orgPath: await rootPath(store) }),

  async run({ store, openid, now }, { key, rev, ...content }) {
    const _id = `ls_${key}`
    const { name, intro } = content
    await checkTexts({ name, intro }, openid)
    const set = { ...content, updatedAt: now }
    const service = { _id, ...set, createdAt: now, rev: rev + 1 }
    const written =
      rev === 0
        ? await store.insert('legal_services', service)
        : await store.change('legal_services', { _id, rev }, set)
    forgetCatalogue()
    if (written) return serviceView(service)
    const stored = await store.get('legal_services', _id)
    // a second tap, or a retry
    if (stored?.rev !== rev + 1 || !says(stored, content)) throw new AppError('STALE_REV')
    return serviceView(stored)
  },
}

const says = (stored: LegalServiceDoc, content: Partial<LegalServiceDoc>): boolean =>
  isDeepStrictEqual({ ...stored, ...content }, stored)
