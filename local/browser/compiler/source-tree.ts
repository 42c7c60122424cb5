import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const NPM = 'miniprogram_npm/'

/**
 * Where the files of a mini-program are. A file is named as WeChat names it, by its path from the root without an
 * extension; those of npm packages begin with `miniprogram_npm/`.
 */
export class SourceTree {
  private readonly folders = new Map<string, string | undefined>()
  private readonly require

  constructor(readonly root: string) {
    this.require = createRequire(path.join(root, 'app.json'))
  }

  /** A file of a node package, as the app's folder would find it. */
  resolve(specifier: string): string {
    return this.require.resolve(specifier)
  }

  file(id: string): string {
    if (!id.startsWith(NPM)) return path.join(this.root, id)
    const { name, rest } = packageOf(id.slice(NPM.length))
    const folder = this.packageFolder(name)
    if (!folder) throw new Error(`npm package "${name}" holds no mini-program components (${id})`)
    return path.join(folder, rest)
  }

  has(id: string, extension: string): boolean {
    return existsSync(this.file(id) + extension)
  }

  read(id: string, extension: string): string {
    return readFileSync(this.file(id) + extension, 'utf8')
  }

  script(id: string): string | undefined {
    return ['.ts', '.js'].map(extension => this.file(id) + extension).find(file => existsSync(file))
  }

  isNpm(id: string): boolean {
    return id.startsWith(NPM)
  }

  /** The id that `reference` in `usingComponents` of the component `from` stands for. */
  component(from: string, reference: string): string {
    if (reference.startsWith('/')) return reference.slice(1)
    const relative = path.posix.join(path.posix.dirname(from), reference)
    if (reference.startsWith('.') || this.has(relative, '.json')) return relative
    return this.npmId(reference, '.json') ?? relative
  }

  /** The script that a bare import names, when it lies in a mini-program package. */
  npmScript(reference: string): string | undefined {
    const id = this.npmId(reference, '.js')
    return id && this.file(id) + '.js'
  }

  private npmId(reference: string, extension: string): string | undefined {
    const { name, rest } = packageOf(reference)
    if (!rest || !this.packageFolder(name)) return undefined
    return [NPM + reference, `${NPM}${reference}/index`].find(id => this.has(id, extension))
  }

  private packageFolder(name: string): string | undefined {
    if (!this.folders.has(name)) this.folders.set(name, this.findPackage(name))
    return this.folders.get(name)
  }

  private findPackage(name: string): string | undefined {
    for (const modules of this.require.resolve.paths(name) ?? []) {
      const manifest = path.join(modules, name, 'package.json')
      if (!existsSync(manifest)) continue
      const { miniprogram = 'miniprogram_dist' } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        miniprogram?: string
      }
      // Vite knows modules by their real paths
      const folder = path.join(realpathSync(path.join(modules, name)), miniprogram)
      return existsSync(folder) && statSync(folder).isDirectory() ? folder : undefined
    }
    return undefined
  }
}

function packageOf(reference: string): { name: string; rest: string } {
  const parts = reference.split('/')
  const name = parts.splice(0, reference.startsWith('@') ? 2 : 1).join('/')
  return { name, rest: parts.join('/') }
}
