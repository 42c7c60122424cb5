/** Items on a page of one's own activities. */
export const MINE_PAGE = 20
/** Sessions of one activity. */
export const MOST_SESSIONS = 100
/** A queue takes so many people, or twice as many as there are places. */
const SHORTEST_FULL_QUEUE = 200
export const mostWaiting = (capacity: number): number => Math.max(SHORTEST_FULL_QUEUE, 2 * capacity)
