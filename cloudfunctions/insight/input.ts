import { maxLength, pipe, regex, string, trim } from 'valibot'

export { activityId, opId, sessionId } from '../activity/input'

/** `ex_{personId}_{opId}`. */
export const exportId = pipe(string(), regex(/^ex_p_[0-9A-HJKMNP-TV-Z]{26}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/))
/** Why a list leaves the house; '' where somebody left it out. */
export const reason = pipe(string(), trim(), maxLength(100))
