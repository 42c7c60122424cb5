import { TmplGroup } from 'glass-easel-template-compiler'
import path from 'node:path'
import type { ComponentConfig } from './component-scan'
import type { SourceTree } from './source-tree'
import { unknownTags } from './template-tags'
import { adaptInlineWxs, adaptWxs, wxsRequires } from './wxs'

interface TemplateProblem {
  isError: boolean
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  message: string
  path: string
  startLine: number
  startColumn: number
}

/** All WXML and WXS as the source of one expression; problems from the level of a warning upwards fail the build. */
export function compileTemplates(tree: SourceTree, components: Map<string, ComponentConfig>): string {
  const group = new TmplGroup()
  const seen = new Set<string>()
  const problems: string[] = []

  const addScript = (id: string) => {
    if (seen.has(`${id}.wxs`)) return
    seen.add(`${id}.wxs`)
    const source = tree.read(id, '.wxs')
    group.addScript(id, adaptWxs(source))
    for (const reference of wxsRequires(source)) addScript(path.posix.join(path.posix.dirname(id), reference))
  }

  const addTemplate = (id: string, from: string, tags: ReadonlySet<string>) => {
    if (seen.has(id)) return
    seen.add(id)
    if (!tree.has(id, '.wxml')) return void problems.push(`${from}: ${id}.wxml is not found`)
    const source = tree.read(id, '.wxml')
    for (const tag of unknownTags(source, tags)) problems.push(`${id}.wxml: no tag <${tag}> in the browser`)
    // typed `any` by the compiler, which documents the shape only in its tests
    for (const problem of (group.addTmpl(id, adaptInlineWxs(source)) ?? []) as TemplateProblem[])
      if (isSerious(problem, tree.isNpm(id))) problems.push(describe(problem))
    for (const imported of group.getDirectDependencies(id) as string[])
      addTemplate(imported, `${id}.wxml`, tags)
    for (const script of group.getScriptDependencies(id) as string[]) addScript(script)
  }

  for (const [id, config] of components) addTemplate(id, id, tagsOf(config))
  const code = group.getTmplGenObjectGroups()
  group.free()
  if (problems.length) throw new Error(`WXML:\n${problems.join('\n')}`)
  return code
}

const tagsOf = (config: ComponentConfig) =>
  new Set([...Object.keys(config.usingComponents), ...Object.keys(config.componentGenerics ?? {})])

/** What others wrote is not ours to tidy up, only to refuse when it cannot work. */
const isSerious = ({ level, isError }: TemplateProblem, npm: boolean) => isError || (level === 'Warn' && !npm)

const describe = (problem: TemplateProblem) =>
  `${problem.path}.wxml:${problem.startLine + 1}:${problem.startColumn + 1} ${problem.level}: ${problem.message}`
