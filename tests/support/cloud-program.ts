import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Program {
  url: string
  port: number
  pid: number
  end(signal: NodeJS.Signals): Promise<void>
}

/** Resolves when the program has printed its `ready` line. Whatever it prints goes to `lines`. */
export async function startProgram(file: string, args: string[], lines: string[]): Promise<Program> {
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const orphan = () => child.kill('SIGKILL')
  process.once('exit', orphan)
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', line => {
        lines.push(line)
        const ready = /^ready (.*)\/admin$/.exec(line)?.[1]
        if (ready) resolve(ready)
      })
    child.once('exit', code => reject(new Error(`the cloud ended with code ${code}:\n${lines.join('\n')}`)))
  })
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    async end(signal) {
      process.off('exit', orphan)
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}
