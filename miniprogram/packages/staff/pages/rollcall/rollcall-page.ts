import type { RosterRow } from '../../../../../typings/api/activity'
import type { Way } from './door'
import type { Banner, RollView, RowView } from './rollcall.view'

/** The page as the files beside it see it: each holds the taps of one kind of action. */
export interface RollcallPage {
  data: { busy: boolean; view: RollView; found: RowView[]; row: RowView | undefined; reason: string }
  setData(data: object): void
  sessionId: string
  rows: RosterRow[]
  banner: Banner | undefined
  load(): Promise<void>
  check(way: Way): Promise<void>
}
