import type { Secrets } from '../../cloudfunctions/_kit/keys'
import { sceneOf } from '../../cloudfunctions/_kit/scene'
import type { PrintedCode } from '../cloud/demo'
import { ulidOf } from './activities'

const posters: [title: string, programme: number][] = [
  ['骑手夜校', 2],
  ['纪念馆参观', 6],
  ['案例大讲堂', 7],
  ['免费体检', 3],
  ['快递分拣赛', 8],
]

/** What hangs on the walls of the demo, and one code that somebody has altered. */
export function printedCodes(secrets: Secrets): PrintedCode[] {
  const scene = (programme: number) => sceneOf({ kind: 'a', ulid: ulidOf(programme) }, secrets)
  const forged = scene(2)
  return [
    ...posters.map(([title, programme]) => ({ title, note: '海报', scene: scene(programme) })),
    {
      title: '涂改过的码',
      note: '校验不符',
      scene: forged.slice(0, -1) + (forged.endsWith('0') ? '1' : '0'),
    },
  ]
}
