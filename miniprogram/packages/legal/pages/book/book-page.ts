import type { FreeSlots, LegalService } from '../../../../../typings/api/legal'
import type { FailedView } from '../../../../components/failure-card/failed'
import type { WaitingFile } from './files'
import type { Draft } from './intake'
import type { Refusal } from './refusal'
import type { FreeSlot } from './slot-choice'

/** What a sheet over the page offers in place of what was refused. */
export interface Offer extends Refusal {
  slots: { slotId: string; time: string; lawyer: string }[]
}

/** The page as the files beside it see it: each holds the taps of one part. */
export interface BookPage {
  data: { busy: boolean; agreed: boolean }
  setData(data: object): void
  serviceId: string
  service: LegalService | undefined
  draft: Draft
  slots: FreeSlots
  free: FreeSlot[]
  /** The day that is open. */
  date: string
  declined: string[]
  waiting: WaitingFile[]
  /** A question was opened from the summary: the next step leads back to it. */
  editing: boolean
  consented: boolean
  change(change: Partial<Draft>): void
  goTo(step: Draft['step'], problem?: string): void
  show(): void
  fill(): void
  load(): Promise<void>
  readSlots(): Promise<FailedView | undefined>
  askConsent(): boolean
  giveConsent(): Promise<boolean>
  register(): void
}
