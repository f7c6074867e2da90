// The command line: `serve`, `extract FILE [--json]`, `code LOGIN`, `--help`. In: arguments. Out: the exit code.
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'
import { extract, type Io } from './extract.ts'

export async function runCommand(
  args: readonly string[],
  io: Io & { serve(): Promise<void>; resetCode(login: string): Promise<string> },
): Promise<number> {
  const [command, ...rest] = args
  try {
    switch (command) {
      case 'serve':
        await io.serve()
        return 0
      case 'extract':
        return await extract(rest, io)
      case 'code': {
        const [login] = rest
        if (!login || rest.length > 1) {
          io.err(words.cli.codeUsage)
          return 1
        }
        io.out(words.cli.newCode(login, await io.resetCode(login)))
        return 0
      }
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
