import { integer, maxLength, maxValue, minValue, number, pipe, regex, string, trim } from 'valibot'
import { idPattern, ulidPattern } from '../_kit/ids'

export const activityId = pipe(string(), regex(idPattern('ac')))
export const sessionId = pipe(string(), regex(idPattern('se')))
export const instant = pipe(number(), integer(), minValue(0), maxValue(4102444800000))
export const cursor = pipe(string(), maxLength(80), regex(/^\d{1,13}_[\w/]{1,64}$/))
export const count = (most: number) => pipe(number(), integer(), minValue(1), maxValue(most))

/** Names one holding. */
export const rid = pipe(string(), regex(ulidPattern))
/** '' where somebody left it out: the action says whether it needs one. */
export const reason = pipe(string(), trim(), maxLength(100))
/** The last number of a page of places. */
export const numberCursor = pipe(string(), regex(/^\d{1,5}$/))
export const orgId = pipe(string(), regex(/^org_[0-9A-Za-z]{1,26}$/))
/** Names one doing of something, so that a repeat of it is known as one. */
export const opId = pipe(string(), regex(ulidPattern))
export const revision = pipe(number(), integer(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER))
export const wholeNumber = (most: number) => pipe(number(), integer(), minValue(0), maxValue(most))
