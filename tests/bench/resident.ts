import { readdirSync, readFileSync } from 'node:fs'

/** The most memory that any running instance of a function has held so far, in megabytes (VmHWM). */
export function peakOf(functionName: string): number {
  const peaks = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      const command = read(`/proc/${pid}/cmdline`)
      if (!command.includes('instance') || !command.includes(`/${functionName}\0`)) return []
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`)) ?? []
      return kilobytes ? [Number(kilobytes) / 1024] : []
    })
  return Math.max(...peaks)
}

/** '' for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return ''
    throw error
  }
}
