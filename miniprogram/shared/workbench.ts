import type { Role } from '../../typings/documents'

/** A way to what a role works with. */
export interface WorkEntry {
  icon: string
  title: string
  line: string
  url: string
}

export interface Workbench {
  entries: readonly WorkEntry[]
  /** Instead of entries, for who must wait for theirs. */
  later: string
}

const admin = '/packages/admin/pages'
const lawyer = '/packages/lawyer/pages'

export const workbenches: Record<Role, Workbench> = {
  STAFF: {
    entries: [
      {
        icon: 'desktop',
        title: '工作台',
        line: '活动、签到、审批',
        url: '/packages/staff/pages/desk/desk',
      },
    ],
    later: '',
  },
  ADMIN: {
    entries: [
      { icon: 'user-setting', title: '角色授权', line: '谁可以做什么', url: `${admin}/roles/roles` },
      { icon: 'tree-square-dot', title: '组织树', line: '各级工会', url: `${admin}/orgs/orgs` },
      { icon: 'setting', title: '系统设置', line: '时限、额度', url: `${admin}/settings/settings` },
    ],
    later: '',
  },
  LAWYER: {
    entries: [
      { icon: 'desktop', title: '律师端', line: '预约、冲突确认、记录', url: `${lawyer}/desk/desk` },
      { icon: 'calendar', title: '我的排班', line: '排班、请假、换班', url: `${lawyer}/rota/rota` },
    ],
    later: '',
  },
  MEDIATOR: { entries: [], later: '调解员工作台正在准备，开放后从这里进入。' },
  CLERK: { entries: [], later: '商户核销正在准备，开放后从这里进入。' },
}
