import type { ConsentPurpose } from '../../../typings/documents'
import { enter, frame, type Told } from '../../services/page'
import { agreements, type Agreement } from '../../shared/agreements'

interface Line {
  heading: boolean
  text: string
}

const chips = Object.entries(agreements).map(([key, { title }]) => ({ key, label: title }))

/** A line that starts with `# ` is a heading. */
const linesOf = ({ paragraphs }: Agreement): Line[] =>
  paragraphs.map(line => ({ heading: line.startsWith('# '), text: line.replace(/^# /, '') }))

/** The texts travel with the app, so they can be read without a network. */
Page({
  data: { ...frame, chips, purpose: 'PROFILE', title: '', version: '', lines: [] as Line[] },

  onLoad({ purpose = 'PROFILE' }: { purpose?: ConsentPurpose }) {
    this.open(purpose in agreements ? purpose : 'PROFILE')
  },
  onShow() {
    enter(this)
  },
  open(purpose: ConsentPurpose) {
    const agreement = agreements[purpose]
    this.setData({ purpose, title: agreement.title, version: agreement.version, lines: linesOf(agreement) })
  },
  onChoose(event: Told<{ key: ConsentPurpose }>) {
    this.open(event.detail.key)
  },
})
