import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { asModule } from './commonjs-module'
import type { SourceTree } from './source-tree'

const PACKAGE = '/miniprogram_dist/'

/** Where an import of a mini-program script leads, when Vite alone would not find it as WeChat does. */
export function resolveScript(tree: SourceTree, reference: string, importer: string): string | undefined {
  const inPackage = importer.includes(PACKAGE)
  if (reference.startsWith('.') && inPackage)
    return firstFile(path.resolve(path.dirname(importer.split('?')[0] ?? importer), reference))
  if (!/^[@\w]/.test(reference)) return undefined
  if (inPackage) {
    const end = importer.indexOf(PACKAGE) + PACKAGE.length
    return firstFile(path.join(importer.slice(0, end), 'miniprogram_npm', reference))
  }
  return importer.startsWith(tree.root) ? tree.npmScript(reference) : undefined
}

const firstFile = (file: string) =>
  [file, `${file}.js`, `${file}/index.js`].find(name => existsSync(name) && statSync(name).isFile())

/** Scripts of packages mix `import` with `require`; here every `require` of a literal becomes an import. */
export function importRequires(code: string): string {
  const imports: string[] = []
  const body = code.replace(/\brequire\((['"])([^'"]+)\1\)/g, (_, _quote, reference: string) => {
    const name = `__required${imports.length}`
    imports.push(`import * as ${name} from ${JSON.stringify(reference)};`)
    return `(${name}.default ?? ${name})`
  })
  return imports.join('') + body
}

export const adaptScript = (file: string, code: string): string =>
  importRequires(file.includes('/miniprogram_npm/') ? asModule(file, code) : code)
