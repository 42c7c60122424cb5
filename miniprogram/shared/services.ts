/** The services of the union in their fixed order. */
export interface UnionService {
  key: string
  name: string
  /** One line under the name. */
  line: string
  icon: string
  /** What it will do, for the sheet that opens until it is there. */
  about: readonly string[]
  /** Where it is, once it is there. */
  page?: string
}

export const HOTLINE = '12351'

export const unionServices: readonly UnionService[] = [
  {
    key: 'legal',
    name: '法律咨询',
    line: '不收费，可打电话',
    icon: 'institution',
    about: ['约律师谈欠薪、工伤、解除合同等问题，电话、到场、图文都可以。', '咨询不收费，谈完有书面记录。'],
    page: '/packages/legal/pages/menu/menu',
  },
  {
    key: 'mediate',
    name: '线上调解',
    line: '欠薪、辞退、工伤',
    icon: 'cooperate',
    about: ['与单位有争议，由工会调解员居中协商，不用跑腿。', '达成协议后，一直跟到履行完。'],
  },
  {
    key: 'offers',
    name: '普惠服务',
    line: '观影、体检、用餐',
    icon: 'coupon',
    about: ['会员领取观影、体检、用餐等优惠，到店出示核销码就能用。'],
  },
  {
    key: 'stations',
    name: '暖心驿站',
    line: '喝水、歇脚、如厕',
    icon: 'tea',
    about: ['查找身边的驿站：能不能喝水、热饭、如厕，现在开不开门，一看就知道。'],
  },
  {
    key: 'tickets',
    name: '职工诉求',
    line: '件件有回音',
    icon: 'chat-bubble',
    about: ['把工作和生活中的难处告诉工会，可以对单位匿名。', '谁在办、什么时候答复，随时能查。'],
  },
  {
    key: 'help',
    name: '困难帮扶',
    line: '遇到难处来申请',
    icon: 'heart',
    about: ['家里遇到重病、意外等困难，在这里提交申请，分步填写，随时保存。'],
  },
  {
    key: 'education',
    name: '学历资助',
    line: '读书有补助',
    icon: 'education',
    about: ['在职读书取得学历，可以申请学费补助，条件和进度都写清楚。'],
  },
  {
    key: 'join',
    name: '加入工会',
    line: '两步提交申请',
    icon: 'usergroup-add',
    about: ['选好工会、填好用工形式，两步提交入会申请，进度随时可查。'],
  },
  {
    key: 'nursing',
    name: '母婴关爱室',
    line: '哺乳与休息',
    icon: 'baby',
    about: ['查找附近的母婴关爱室和开放时间，哺乳、休息都方便。'],
  },
  {
    key: 'books',
    name: '职工书屋',
    line: '借阅不收费',
    icon: 'book-open',
    about: ['查找附近的职工书屋，借书、看书都不收费。'],
  },
]
