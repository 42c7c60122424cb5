import { ask } from './ask-sheet'
import { asynchronous, Failure } from './asynchronous'
import { expectParameter } from './parameters'
import type { Phone } from './phone'
import { templateTitle } from './template-titles'

/** One sheet for all templates of one call; its answer holds for each, as when the person changes no tick. */
export function subscription({ host }: Phone) {
  return asynchronous({
    async requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }) {
      expectParameter('tmplIds', tmplIds, 'Array')
      if (!tmplIds.length) throw new Failure("TmplIds can't be empty", { errCode: 10001 })
      if (tmplIds.length > 3) throw new Failure('the length of TmplIds is larger than 3', { errCode: 20003 })
      const accepted = await ask(host.layer, {
        title: '申请给你发送以下消息',
        items: tmplIds.map(id => ({ text: templateTitle(id), note: '一次' })),
        yes: '允许',
        no: '取消',
      })
      return Object.fromEntries(tmplIds.map(id => [id, accepted ? 'accept' : 'reject']))
    },
  })
}
