// The command line: `serve`, `extract FILE [--json]`, `--help`. In: arguments. Out: the exit code.
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'
import { extract } from './extract.ts'

export interface Io {
  out(text: string): void
  err(text: string): void
}

export async function runCommand(
  args: readonly string[],
  io: Io & { serve(): Promise<void> },
): Promise<number> {
  const [command, ...rest] = args
  try {
    switch (command) {
      case 'serve':
        await io.serve()
        return 0
      case 'extract':
        return await extract(rest, io)
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        io.out(`${words.cli.help}\n`)
        return 0
      default:
        io.err(`${words.cli.unknown(command)}\n`)
        return 1
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(`${error.message}\n`)
    return 1
  }
}
