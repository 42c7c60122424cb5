import { maxValue, minValue, pipe } from 'valibot'
import { localDay } from '../../account/input'

/** A local date within this century, so that no arithmetic leaves four digits of a year. */
export const rotaDay = pipe(localDay, minValue('2000-01-01'), maxValue('2099-12-31'))
