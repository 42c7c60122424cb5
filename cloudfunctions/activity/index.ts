import { serve } from '../_kit/serve'
import type { ActivityApi } from '../../typings/api/activity'
import { cancel } from './cancel'
import { detail } from './detail'
import { list } from './list'
import { mine } from './mine'
import { signUp } from './sign-up'
import { ticket } from './ticket'

export const main = serve<ActivityApi>({ list, detail, signUp, cancel, mine, ticket })
