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

export const modeLabels = { PHONE: '电话', SITE: '到场', TEXT: '图文' } as const

export const claimLabels = {
  WAGES: '拖欠工资',
  OVERTIME: '加班费',
  CONTRACT: '未签合同',
  DISMISSAL: '辞退、解除合同',
  INJURY: '工伤',
  INSURANCE: '社会保险',
  CONTRACT_REVIEW: '合同审查',
  OTHER: '其他',
} as const

export const nextStepLabels = {
  NONE: '无需后续',
  MEDIATION: '申请调解',
  ARBITRATION: '申请劳动仲裁',
  LAWSUIT: '向法院起诉',
  LEGAL_AID: '申请法律援助',
  CARE: '申请困难帮扶',
} as const

export const limitEventLabels = {
  DEMANDED: '向对方主张权利',
  SOUGHT_HELP: '申请调解或向有关部门求助',
  ACKNOWLEDGED: '对方同意履行',
  SUSPENDED: '不可抗力等中止',
} as const
