import { glassEasel } from 'glass-easel-miniprogram-adapter'

/** Attributes that WeChat knows and the browser has no use for. */
const QUIET =
  /is not a valid property|"class" is not a valid event binding|keys are not unique|for-list data|the target of relation/

/** `wx:for` over a number is documented, only not in glass-easel. */
const LEGAL = /Use number as for-list/

/** glass-easel's warnings, without those that components from npm raise by themselves. */
export function filterWarnings(): void {
  const told = new Set<string>()
  glassEasel.addGlobalWarningListener((message, component) => {
    const from = typeof component === 'string' ? component : component.is
    const key = `${from}: ${message}`
    if (LEGAL.test(message) || told.has(key) || (QUIET.test(message) && key.includes('miniprogram_npm/')))
      return false
    told.add(key)
    console.warn(key)
    return false
  })
}
