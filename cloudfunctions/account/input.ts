import { check, integer, maxLength, maxValue, minValue, number, pipe, regex, string } from 'valibot'
import { isDay } from './inbox/local-day'

export { opId, orgId, revision } from '../activity/input'

export const personId = pipe(string(), regex(/^p_[0-9A-HJKMNP-TV-Z]{26}$/))
export const grantId = pipe(string(), regex(/^gr_\w{1,90}$/))
export const noticeId = pipe(string(), regex(/^nt_[\w/:.-]{1,150}$/))
/** `YYYY-MM-DD`, a day that there is. */
export const localDay = pipe(string(), maxLength(10), check(isDay))
export const cursor = pipe(string(), maxLength(170), regex(/^\d{1,13}_\w[\w/:.-]{0,150}$/))
export const year = pipe(number(), integer(), minValue(2000), maxValue(2099))
