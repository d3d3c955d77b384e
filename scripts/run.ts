import { spawn } from 'node:child_process'

export interface Run {
  /** The exit status; 124 when the time was up, 127 when the program could not be started. */
  status: number
  /** What it wrote to both streams, in the order it came; empty when it was shown instead. */
  output: string
}

export interface RunOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Milliseconds after which the program and what it started are ended. */
  timeout?: number
  /** Lets the output through to this terminal instead of collecting it. */
  show?: boolean
}

/**
 * Runs a program without a shell and without standard input, so that nothing can wait for an answer.
 * Never rejects: a program that is missing or takes too long has a status like any other.
 */
export function run(program: string, args: string[], options: RunOptions = {}): Promise<Run> {
  const { cwd, env, timeout = 10 * 60_000, show = false } = options
  return new Promise((resolve) => {
    const chunks: string[] = []
    // A group of its own, so that what it started ends with it.
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let timedOut = false
    const end = () => {
      try {
        if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const interrupted = () => {
      end()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      timedOut = true
      end()
    }, timeout)
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)
    const finish = (status: number) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      if (timedOut) chunks.push(`\n${program} was ended after ${Math.round(timeout / 1000)} seconds.\n`)
      if (timedOut && show) console.error(chunks.at(-1))
      resolve({ status: timedOut ? 124 : status, output: chunks.join('') })
    }
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    child.on('error', (error) => {
      chunks.push(`${error.message}\n`)
      finish(127)
    })
    child.on('close', (status) => finish(status ?? 1))
  })
}
