import { opId } from '../../../../services/op-id'

/** Names what is sent. The same content keeps its name until an answer has come: a second try is known as one. */
export function naming() {
  let [content, name] = ['', '']
  return {
    of(sent: object): string {
      const now = JSON.stringify(sent)
      if (now !== content) [content, name] = [now, opId()]
      return name
    },
    answered(): void {
      content = ''
    },
  }
}
