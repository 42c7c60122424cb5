import type { RunningCloud } from './cloud'
import { stop } from './program'

/**
 * The life of a program that is a cloud: stopped cleanly by a signal, one sentence when the system refuses. Resolves when it
 * runs and signals are awaited, so that `ready` is said no earlier.
 */
export async function runUntilStopped(
  port: number,
  start: () => Promise<RunningCloud>,
): Promise<RunningCloud> {
  const cloud = await start().catch((error: unknown) => refused(port, error))
  let stopping = false
  const end = () => {
    // Ctrl-C comes twice: from the terminal, and from the launcher to which it went as well
    if (stopping) return
    stopping = true
    void cloud.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  return cloud
}

function refused(port: number, error: unknown): never {
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    stop(`端口 ${port} 已被占用，请用 --port 换一个。Port ${port} is in use; choose another with --port.`)
  if (syscall === 'listen') stop(`端口 ${port} 不能使用，请用 --port 换一个。${message}`)
  throw error
}
