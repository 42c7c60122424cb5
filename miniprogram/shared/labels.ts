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

export const employmentLabels = {
  RIDER: '外卖骑手',
  COURIER: '快递员',
  DRIVER: '网约车司机',
  SANITATION: '环卫工人',
  OFFICE: '单位职工',
  OTHER: '其他',
} as const
