import type { RunningCloud } from './cloud'

/** The life of a program that is a cloud: started, stopped cleanly by a signal, one sentence when the port is taken. */
export async function runUntilStopped(port: number, start: () => Promise<RunningCloud>) {
  let cloud: RunningCloud
  try {
    cloud = await start()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    console.error(
      `端口 ${port} 已被占用，请用 --port 换一个。Port ${port} is in use; choose another with --port.`,
    )
    process.exit(1)
  }
  const stop = () => {
    void cloud.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
}
