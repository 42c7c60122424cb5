import { scopeSelector } from '../../../../local/browser/compiler/style-selector'

test('built-in tags are prefixed, components are not', () => {
  expect(scopeSelector('view > scroll-view t-button', {})).toBe('wx-view > wx-scroll-view t-button')
})

test('the classes of an isolated component carry its prefix', () => {
  expect(scopeSelector('.a.b:active .c::after', { classPrefix: 's1' })).toBe(
    '.s1--a.s1--b:active .s1--c::after',
  )
})

test(':host is the element of the component itself', () => {
  expect(scopeSelector(':host', { classPrefix: 's1' })).toBe('[wx-host=s1]')
  expect(scopeSelector(':host .a', { classPrefix: 's1' })).toBe('[wx-host=s1] .s1--a')
})

test('the rules of a page stay in the page and weigh no more', () => {
  expect(scopeSelector('.a, .b', { page: 'pages/x/x' })).toBe(
    ':where(wx-page[is="pages/x/x"]) .a,:where(wx-page[is="pages/x/x"])  .b',
  )
  expect(scopeSelector('page .a', { page: 'pages/x/x' })).toBe('wx-page:where([is="pages/x/x"]) .a')
})
