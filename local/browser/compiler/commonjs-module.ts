import { createRequire } from 'node:module'

/**
 * What mini-program packages bring along under `miniprogram_npm` is partly CommonJS, which a browser cannot load. Its
 * names are learnt by running it once.
 */
export function asModule(file: string, code: string): string {
  if (/(^|[;}\s])(import|export)[\s{*"']/.test(code)) return code
  const exported = createRequire(file)(file) as Record<string, unknown>
  const names = Object.keys(exported).filter(name => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
  return [
    'const module = { exports: {} }; const exports = module.exports;',
    code,
    'const __exported = module.exports; export default __exported;',
    ...names.map(
      (name, index) => `const __export${index} = __exported.${name}; export { __export${index} as ${name} };`,
    ),
  ].join('\n')
}
