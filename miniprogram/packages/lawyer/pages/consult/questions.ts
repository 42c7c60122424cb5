/** What is asked once more before it is done, because it cannot be taken back. */
export const questions = {
  clear: {
    title: '确认无利益冲突？',
    text: '请核对双方名称。确认后，您可以查看当事人写的情况和材料。',
    yes: '确认无冲突',
  },
  conflict: {
    title: '申报利益冲突？',
    text: '不需要说明原因，也不会告知任何人原因。工会会另行安排律师，此预约的内容不再显示。',
    yes: '申报冲突',
  },
  final: {
    title: '提交咨询记录？',
    text: '提交后不能修改，当事人可以看到并评价。',
    yes: '提交',
  },
  noShow: {
    title: '记为未到场？',
    text: '已写的记录不保留。90天内两次未到场，当事人暂时只能预约图文咨询。',
    yes: '记为未到场',
  },
  reject: {
    title: '不予确认？',
    text: '这项事由不计入时效，之后不能改回；当事人可以重新记录。',
    yes: '不予确认',
  },
} as const

export type Question = keyof typeof questions
