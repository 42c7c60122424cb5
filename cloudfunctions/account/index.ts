import { serve } from '../_kit/serve'
import { agenda } from './inbox/agenda'
import { boot } from './self/boot'
import { firstAdmin } from './roles/first-admin'
import { inbox } from './inbox/inbox'
import { inboxRead } from './inbox/inbox-read'
import { orgSave } from './orgs/org-save'
import { orgTree } from './orgs/org-tree'
import { personFind } from './self/person-find'
import { register } from './self/register'
import { resolveScene } from './resolve-scene'
import { roleConfirm } from './roles/role-confirm'
import { roleGrant } from './roles/role-grant'
import { roleList } from './roles/role-list'
import { roleRevoke } from './roles/role-revoke'
import { settingSave } from './settings/setting-save'
import { settings } from './settings/settings-list'
import { subscribeReport } from './inbox/subscribe-report'
import { consentSet } from './self/consent-set'
import { calendarDays } from './settings/calendar-days'
import { calendarSave } from './settings/calendar-save'

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
  consentSet,
  calendarDays,
  calendarSave,
  settings,
  settingSave,
  firstAdmin,
})
