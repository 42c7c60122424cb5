/** What the programs of this folder have in common: options and a data folder, or one sentence and the end. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { claim, user } from './data-folder'

export function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

export function optionsOf<const T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    return stop(`参数不对。${(error as Error).message}`)
  }
}

export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (number >= least && number <= most) return number
  return stop(`--${option} 要一个 ${least}–${most} 的整数，不是“${text}”。--${option} takes a whole number.`)
}

/** Until this process ends the folder is its own. Answers what gives it back earlier. */
export function takeFolder(folder: string): () => void {
  const release = claimOrStop(folder)
  if (!release)
    return stop(
      `${folder} 正被另一个进程（${user(folder)}）使用，请先停止它，或用 --data 换一个目录。` +
        `${folder} is in use by process ${user(folder)}.`,
    )
  process.once('exit', release)
  return release
}

function claimOrStop(folder: string) {
  try {
    return claim(folder)
  } catch (error) {
    return stop(`数据目录 ${folder} 不能使用。The data folder cannot be used: ${(error as Error).message}`)
  }
}
