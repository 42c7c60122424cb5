import { serve } from '../_kit/serve'
import { callOff } from './call-off'
import { cancel } from './cancel'
import { checkIn } from './check-in'
import { checkInSync } from './check-in-sync'
import { checkInUndo } from './check-in-undo'
import { decide } from './decide'
import { detail } from './detail'
import { edit } from './edit'
import { feedback } from './feedback'
import { finish } from './finish'
import { list } from './list'
import { manageList } from './manage-list'
import { mine } from './mine'
import { pendingDecide } from './pending-decide'
import { roster } from './roster'
import { rosterPack } from './roster-pack'
import { save } from './save'
import { scanVenue } from './scan-venue'
import { setCapacity } from './set-capacity'
import { signUp } from './sign-up'
import { submit } from './submit'
import { ticket } from './ticket'
import { venueKey } from './venue-key'
import { waitAnswer } from './wait-answer'
import { waitJoin } from './wait-join'
import { waitLeave } from './wait-leave'
import { waiveStrike } from './waive-strike'

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
