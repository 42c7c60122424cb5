import { integer, maxLength, maxValue, minValue, number, pipe, regex, string } from 'valibot'
import { idPattern } from '../_kit/ids'

export const activityId = pipe(string(), regex(idPattern('ac')))
export const sessionId = pipe(string(), regex(idPattern('se')))
export const instant = pipe(number(), integer(), minValue(0), maxValue(4102444800000))
export const cursor = pipe(string(), maxLength(80), regex(/^\d{1,13}_[\w/]{1,64}$/))
export const count = (most: number) => pipe(number(), integer(), minValue(1), maxValue(most))
