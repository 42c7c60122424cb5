import type { VenueScanned } from '../../typings/api/activity'
import type { Failure } from './failure'

/** What became of the venue code a person scanned. WAITING: kept on the phone until there is a network. */
export type VenueOutcome =
  | { kind: 'waiting'; at: number }
  | { kind: 'done'; scanned: VenueScanned }
  | { kind: 'refused'; failure: Failure }
