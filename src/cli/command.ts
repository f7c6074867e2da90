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
