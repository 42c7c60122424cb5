import type { VenueScanned } from '../../typings/api/activity'
import { readVenueCode } from '../shared/venue-code'
import { activities, placesChanged } from './activity'
import type { Attempt } from './attempt'
import { serverNow } from './clock'
import { outbox } from './outbox'
import type { VenueOutcome } from './venue-outcome'

/** As the camera saw it; `capturedAt` in server time. */
interface VenueScan {
  token: string
  capturedAt: number
}

type Outcomes = [sessionId: string, outcome: VenueOutcome][]

const OUTCOMES = 'venueOutcomes'
const KEPT = 10

/** The session a venue code is of; '' when it is no venue code. */
export const venueSession = (token: string): string => readVenueCode(token)?.sessionId ?? ''

const scans = outbox<VenueScan, VenueScanned>(
  'venueScans',
  scan => activities.scanVenue(scan),
  ({ token }, answer) => keepOutcome(venueSession(token), answer),
)

function outcomes(): Outcomes {
  const stored: Outcomes | '' = wx.getStorageSync(OUTCOMES)
  return stored || []
}

function keepOutcome(sessionId: string, answer: Attempt<VenueScanned>): void {
  const outcome: VenueOutcome = answer.ok
    ? { kind: 'done', scanned: answer.value }
    : { kind: 'refused', failure: answer.failure }
  if (answer.ok) placesChanged()
  const others = outcomes().filter(([id]) => id !== sessionId)
  wx.setStorageSync(OUTCOMES, [[sessionId, outcome] satisfies Outcomes[number], ...others].slice(0, KEPT))
}

/** Of the last venue code of this session that this phone scanned. */
export function venueOutcome(sessionId: string): VenueOutcome | undefined {
  const waiting = scans.waiting().find(({ token }) => venueSession(token) === sessionId)
  if (waiting) return { kind: 'waiting', at: waiting.capturedAt }
  return outcomes().find(([id]) => id === sessionId)?.[1]
}

/** Kept first, so that a phone that dies or a network that fails loses nothing; then sent. */
export async function scanVenue(token: string): Promise<VenueOutcome | undefined> {
  if (!scans.waiting().some(scan => scan.token === token)) scans.add({ token, capturedAt: serverNow() })
  await scans.flush()
  return venueOutcome(venueSession(token))
}

export const sendScans = (): Promise<void> => scans.flush()
