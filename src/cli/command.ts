// The command line: `serve`, `extract FILE [--json]`, `--help`. In: arguments. Out: the exit code.
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'
import { extract } from './extract.ts'

/** Standard output and standard error, a line (or lines) at a time. */
export interface Io {
  out(line: string): void
  err(line: string): void
}

export async function runCommand(
  args: readonly string[],
  io: Io & { serve(): Promise<void> },
): Promise<number> {
  const [command, ...rest] = args
  try {
    if (rest.some((arg) => arg === '--help' || arg === '-h')) {
      io.out(words.cli.help)
      return 0
    }
    switch (command) {
      case 'serve':
        if (rest[0] !== undefined) {
          io.err(words.cli.unknown(`serve ${rest.join(' ')}`))
          return 1
        }
        await io.serve()
        return 0
      case 'extract':
        return await extract(rest, io)
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        io.out(words.cli.help)
        return 0
      default:
        io.err(words.cli.unknown(command))
        return 1
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(error.message)
    return 1
  }
}
