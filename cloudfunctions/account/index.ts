import { serve } from '../_kit/serve'
import type { AccountApi } from '../../typings/api/account'
import { boot } from './boot'
import { register } from './register'
import { resolveScene } from './resolve-scene'

export const main = serve<AccountApi>({ boot, register, resolveScene })
