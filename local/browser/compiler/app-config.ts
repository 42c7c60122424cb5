import { readFileSync } from 'node:fs'
import path from 'node:path'

/** app.json, as far as the browser needs it; `pages` holds the pages of the subpackages too. */
export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  window?: Record<string, unknown>
  tabBar?: { custom?: boolean; list: { pagePath: string; text: string }[]; [key: string]: unknown }
  usingComponents?: Record<string, string>
}

interface Subpackage {
  root: string
  pages: string[]
}

interface AppJson extends AppConfig {
  subPackages?: Subpackage[]
  subpackages?: Subpackage[]
}

export function readAppConfig(root: string): AppConfig {
  const { subPackages, subpackages, ...app } = JSON.parse(
    readFileSync(path.join(root, 'app.json'), 'utf8'),
  ) as AppJson
  const packaged = (subPackages ?? subpackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map(page => path.posix.join(folder, page)),
  )
  return { ...app, pages: [...app.pages, ...packaged] }
}
