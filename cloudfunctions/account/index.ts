import { serve } from '../_kit/serve'
import { agenda } from './agenda'
import { boot } from './boot'
import { firstAdmin } from './first-admin'
import { inbox } from './inbox'
import { inboxRead } from './inbox-read'
import { orgSave } from './org-save'
import { orgTree } from './org-tree'
import { personFind } from './person-find'
import { register } from './register'
import { resolveScene } from './resolve-scene'
import { roleConfirm } from './role-confirm'
import { roleGrant } from './role-grant'
import { roleList } from './role-list'
import { roleRevoke } from './role-revoke'
import { settingSave } from './setting-save'
import { settings } from './settings-list'
import { subscribeReport } from './subscribe-report'

export const main = serve('account', {
  boot,
  register,
  resolveScene,
  inbox,
  inboxRead,
  subscribeReport,
  agenda,
  orgTree,
  orgSave,
  roleList,
  personFind,
  roleGrant,
  roleConfirm,
  roleRevoke,
  settings,
  settingSave,
  firstAdmin,
})
