/** Sign-ups a person may hold for one date. */
export const DAY_LIMIT = 2
/** Seconds a check-in code lives. */
export const WINDOW_SEC = 30
/** The name of `TAB_LIMIT` items on a page of one's own activities. */
export const MINE_PAGE = 20
/** Sessions of one activity. */
export const MOST_SESSIONS = 100
