/** Words for the codes of typings/documents.ts. */
export const kindLabels = {
  COOL: '清凉在身边',
  NEWFORM: '暖“新”在行动',
  CHECKUP: '免费体检',
  WALK: '121健步走',
  CHOIR: '歌咏',
  VISIT: '参观',
  LECTURE: '案例大讲堂',
  CONTEST: '岗位练兵',
  OTHER: '其他',
} as const

export const capLabels = {
  EDIT: '活动编辑',
  APPROVE: '审批',
  ROLL: '现场签到',
  JOIN: '入会审核',
  CARE: '诉求帮扶',
  CASE: '法律协调',
  FINANCE: '财务',
  REPORT: '统计导出',
} as const

export const roleLabels = {
  STAFF: '工会干部',
  LAWYER: '律师志愿者',
  MEDIATOR: '调解员',
  CLERK: '商户店员',
  ADMIN: '管理员',
} as const

export const orgKindLabels = {
  DISTRICT: '区总工会',
  STREET: '街道总工会',
  INDUSTRY: '行业工会联合会',
  GRASSROOTS: '基层工会',
} as const

export const employmentLabels = {
  RIDER: '外卖骑手',
  COURIER: '快递员',
  DRIVER: '网约车司机',
  SANITATION: '环卫工人',
  OFFICE: '单位职工',
  OTHER: '其他',
} as const

/** The numbers of a session that are kept for nobody. */
export const openSegment = '通用'
