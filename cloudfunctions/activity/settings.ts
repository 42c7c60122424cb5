/** Seconds a check-in code lives. */
export const WINDOW_SEC = 30
/** Items on a page of one's own activities. */
export const MINE_PAGE = 20
/** Sessions of one activity. */
export const MOST_SESSIONS = 100
