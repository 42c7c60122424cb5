import type { WriteCase } from '../cut-off'
import { cases as account } from './account'
import { cases as insight } from './insight'
import { cases as legalBooking } from './legal-booking'
import { cases as legalConsult } from './legal-consult'
import { cases as legalLimitation } from './legal-limitation'
import { cases as legalMenu } from './legal-menu'
import { cases as legalRota } from './legal-rota'
import { cases as publishing } from './publishing'
import { cases as queue } from './queue'
import { cases as roll } from './roll'

/** Every write action, area by area; each area has a test file of its own, so that they run side by side. */
export const areas: Record<string, WriteCase[]> = {
  account,
  publishing,
  queue,
  roll,
  insight,
  legalBooking,
  legalConsult,
  legalLimitation,
  legalMenu,
  legalRota,
}
