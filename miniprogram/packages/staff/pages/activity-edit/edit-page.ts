import type { Editable } from '../../../../../typings/api/activity'
import type { ActivityDraft, DraftSession } from '../../../../../typings/documents'
import type { Writing } from '../../../../services/draft'
import type { Failure } from '../../../../services/failure'
import type { Picture } from '../../../../services/upload'
import type { DraftProblem } from '../../draft/draft-problems'
import type { Part } from './parts'

export type Sheet =
  | ''
  | 'time'
  | 'spot'
  | 'kept'
  | 'audience'
  | 'question'
  | 'cover'
  | 'org'
  | 'capacity'
  | 'after'
  | 'cancel'
  | 'mode'
  | 'confirm'
  | 'done'
  | 'conflict'

/** The page as the files beside it see it: each holds the taps of one part of the form. */
export interface EditPage {
  setData(data: object): void
  /** Under which the phone keeps what is written. */
  name: string
  writing: Writing | undefined
  /** What the server has. */
  editable: Editable | undefined
  /** What somebody else saved, while it is not decided about. */
  theirs: Editable | undefined
  keptAt: number | undefined
  resumed: boolean
  problems: DraftProblem[]
  orgName: string
  /** Was chosen and did not arrive: it is sent again, without choosing again. */
  picture: Picture | undefined
  cover: string
  /** Which session or question a sheet is about. */
  at: number
  ownOrg(orgId: string): string
  fill(): void
  show(): void
  keep(): void
  change(change: Part): void
  changeSession(change: Partial<DraftSession>, index?: number): void
  open(sheet: Sheet, at?: number): void
  point(problems: DraftProblem[]): boolean
  save(): Promise<boolean>
  publish(): Promise<void>
  adopt(editable: Editable, sent: ActivityDraft | undefined): void
  refused(failure: Failure): Promise<void>
  openConflict(theirs: Editable): void
  take(draft: ActivityDraft): void
}
