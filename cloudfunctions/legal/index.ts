import { serve } from '../_kit/serve'
import { appointment } from './booking/appointment'
import { book } from './booking/book'
import { cancel } from './booking/cancel'
import { fileAdd } from './booking/file-add'
import { fileLink } from './booking/file-link'
import { mine } from './booking/mine'
import { rate } from './booking/rate'
import { callOff } from './cases/call-off'
import { caseList } from './cases/case-list'
import { reassign } from './cases/reassign'
import { conflictAnswer } from './consult/conflict-answer'
import { desk } from './consult/desk'
import { partiesMine } from './consult/parties-mine'
import { partiesSave } from './consult/parties-save'
import { record } from './consult/record'
import { limitCalc } from './limitation/limit-calc'
import { limitEvent } from './limitation/limit-event'
import { limitMine } from './limitation/limit-mine'
import { limitRemove } from './limitation/limit-remove'
import { limitSave } from './limitation/limit-save'
import { lawyerList } from './menu/lawyer-list'
import { lawyerSave } from './menu/lawyer-save'
import { menu } from './menu/menu'
import { menuSave } from './menu/menu-save'
import { slots } from './menu/slots'
import { leaveSave } from './rota/leave-save'
import { rotaView } from './rota/rota-view'
import { ruleSave } from './rota/rule-save'
import { swapAnswer } from './rota/swap-answer'
import { swapApprove } from './rota/swap-approve'
import { swapList } from './rota/swap-list'
import { swapPropose } from './rota/swap-propose'

export const main = serve('legal', {
  menu,
  slots,
  menuSave,
  lawyerList,
  lawyerSave,
  book,
  cancel,
  mine,
  appointment,
  rate,
  fileAdd,
  fileLink,
  desk,
  conflictAnswer,
  record,
  partiesSave,
  partiesMine,
  rotaView,
  ruleSave,
  leaveSave,
  swapPropose,
  swapAnswer,
  swapList,
  swapApprove,
  caseList,
  reassign,
  callOff,
  limitCalc,
  limitSave,
  limitMine,
  limitEvent,
  limitRemove,
})
