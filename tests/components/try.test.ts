/** @jest-environment jsdom */
import { mount } from './mount'
test('x', async () => {
  const c = mount('choice-sheet', { title: 'T', visible: true, options: [{ key: 'a', label: 'A' }], value: 'a' })
  const got: unknown[] = []
  ;(c as any).addEventListener('close', (e: any) => got.push(e.type, e.detail))
  for (const sel of ['bottom-sheet', 'bottom-sheet >>> .close', '.row >>> .icon', 'main >>> .close', '.bottom-sheet--close', 'view'])
    try { console.log(sel, c.querySelector(sel)?.dom?.outerHTML) } catch (e) { console.log(sel, e) }
  const els = [...c.dom!.querySelectorAll('*')]
  console.log(els.map(e => [e.tagName, (e as any).__wxElement?.is]))
  console.log(JSON.stringify(c.toJSON()))
  console.log(c.dom!.outerHTML)
})
test('y', async () => {
  mount('state-words', { words: { icon: 'x', before: 'a', after: 'b' } })
  const c = mount('top-bar', { title: 'T' })
  console.log(c.dom!.outerHTML, document.head.outerHTML.slice(0, 1000))
})
