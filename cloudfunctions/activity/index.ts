import { serve } from '../_kit/serve'
import { callOff } from './manage/call-off'
import { cancel } from './holding/cancel'
import { checkIn } from './roll/check-in'
import { checkInSync } from './roll/check-in-sync'
import { checkInUndo } from './roll/check-in-undo'
import { decide } from './manage/decide'
import { detail } from './browse/detail'
import { edit } from './manage/edit'
import { feedback } from './browse/feedback'
import { finish } from './roll/finish'
import { list } from './browse/list'
import { manageList } from './manage/manage-list'
import { mine } from './browse/mine'
import { pendingDecide } from './roll/pending-decide'
import { roster } from './roll/roster'
import { rosterPack } from './roll/roster-pack'
import { save } from './manage/save'
import { scanVenue } from './roll/scan-venue'
import { setCapacity } from './queue/set-capacity'
import { signUp } from './holding/sign-up'
import { submit } from './manage/submit'
import { ticket } from './browse/ticket'
import { venueKey } from './roll/venue-key'
import { waitAnswer } from './queue/wait-answer'
import { waitJoin } from './queue/wait-join'
import { waitLeave } from './queue/wait-leave'
import { waiveStrike } from './points/waive-strike'

export const main = serve('activity', {
  list,
  detail,
  signUp,
  cancel,
  mine,
  ticket,
  waitJoin,
  waitLeave,
  waitAnswer,
  scanVenue,
  feedback,
  manageList,
  edit,
  save,
  submit,
  decide,
  callOff,
  setCapacity,
  roster,
  rosterPack,
  checkIn,
  checkInSync,
  checkInUndo,
  pendingDecide,
  venueKey,
  finish,
  waiveStrike,
})
