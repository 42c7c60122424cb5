import type { Employment, PersonStatus } from '../../typings/documents'

/** A person whom the workbench can be. All invented. */
export interface DemoPersona {
  key: string
  openid: string
  name: string
  note: string
  phone: string
  /** Absent: nobody has registered with this identity. */
  person?: {
    employment: Employment
    status: PersonStatus
    orgId?: string
    memberNo?: string
    largeText?: boolean
  }
}

interface Row {
  key: string
  name: string
  note: string
  person?: DemoPersona['person']
}

const member = (employment: Employment, orgId: string, memberNo: string): DemoPersona['person'] => ({
  employment,
  status: 'MEMBER',
  orgId,
  memberNo,
})

const rows: Row[] = [
  { key: 'guest', name: '访客', note: '未登记' },
  {
    key: 'zhou',
    name: '周小川',
    note: '外卖骑手，有候补名额',
    person: { employment: 'RIDER', status: 'REGISTERED' },
  },
  {
    key: 'qin',
    name: '秦桂兰',
    note: '环卫工人，大字模式',
    person: {
      employment: 'SANITATION',
      status: 'MEMBER',
      orgId: 'org_U2',
      memberNo: '2022000107',
      largeText: true,
    },
  },
  { key: 'lin', name: '林禾', note: '会员，已报两项', person: member('OFFICE', 'org_U3', '2024000318') },
  { key: 'ma', name: '马跃', note: '快递员，报名暂停', person: member('COURIER', 'org_U1', '2023000245') },
  { key: 'xu', name: '许安宁', note: '会员，云帆科技园', person: member('OFFICE', 'org_U3', '2024000321') },
  {
    key: 'sun',
    name: '孙慧',
    note: '工会干部，云帆科技园',
    person: member('OFFICE', 'org_U3', '2019000052'),
  },
  { key: 'zheng', name: '郑安', note: '街道干部，审批', person: member('OFFICE', 'org_S3', '2016000018') },
  {
    key: 'feng',
    name: '冯立',
    note: '区工会干部，发布与签到',
    person: member('OFFICE', 'org_R', '2015000009'),
  },
  {
    key: 'he',
    name: '何静',
    note: '区工会干部，审批与统计',
    person: member('OFFICE', 'org_R', '2014000004'),
  },
  { key: 'dong', name: '董浩', note: '街道干部，和顺街道', person: member('OFFICE', 'org_S2', '2020000066') },
  {
    key: 'ye',
    name: '叶知秋',
    note: '律师志愿者',
    person: { employment: 'OFFICE', status: 'REGISTERED' },
  },
  { key: 'gu', name: '顾言', note: '律师志愿者', person: { employment: 'OFFICE', status: 'REGISTERED' } },
  { key: 'deng', name: '邓和', note: '调解员', person: { employment: 'OFFICE', status: 'REGISTERED' } },
  { key: 'wu', name: '吴小满', note: '商户店员', person: { employment: 'OTHER', status: 'REGISTERED' } },
  { key: 'jiang', name: '江明', note: '管理员', person: member('OFFICE', 'org_R', '2013000002') },
  { key: 'bai', name: '白露', note: '管理员', person: member('OFFICE', 'org_R', '2013000003') },
]

export const personas: DemoPersona[] = rows.map((row, i) => ({
  ...row,
  openid: `oDemo-${row.key}`,
  phone: `138000066${17 + i}`,
}))
