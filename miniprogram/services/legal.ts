import type { LegalApi } from '../../typings/api/legal'
import { client } from './call'

export const legal = client<LegalApi>('legal', [
  'menu',
  'slots',
  'mine',
  'appointment',
  'fileLink',
  'limitCalc',
  'limitMine',
  'desk',
  'partiesMine',
  'rotaView',
  'caseList',
  'swapList',
  'lawyerList',
])
