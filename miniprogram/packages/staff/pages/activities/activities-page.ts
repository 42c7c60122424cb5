import type { ManagedActivity } from '../../../../../typings/api/activity'

export type Sheet = '' | 'actions' | 'session' | 'capacity' | 'export' | 'reason'

export type Ending = '' | 'callOff' | 'finish' | 'discard'

/** The page as the files beside it see it: each holds the taps of one kind of action. */
export interface ActivitiesPage {
  data: { sessionId: string }
  setData(data: object): void
  /** What the sheet of actions is about. */
  chosen: ManagedActivity | undefined
  reason: string
  load(): Promise<void>
  readSessions(): Promise<boolean>
}
