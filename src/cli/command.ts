// The command line. In: arguments. Out: the exit code. Each command that works on data has a file of its own; it is
// handed the store, which works beside a running server.
import { parseArgs } from 'node:util'
import { Refusal } from '../base/refusal.ts'
import type { Database } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { agencyApply } from './agency-apply.ts'
import { extract, type Io } from './extract.ts'
import { INDICATOR_FLAGS, indicatorCompute } from './indicator.ts'
import { paperCheck } from './paper.ts'
import { rebuild } from './rebuild.ts'
import { REGISTER_IMPORT_FLAGS, registerExport, registerImport } from './register.ts'
import { reportConsolidate } from './report.ts'
import { TRACKER_FLAGS, tracker } from './tracker.ts'
import { urge } from './urge.ts'

/** What main.ts gives the commands: the server, the store, the time. */
export interface Surroundings extends Io {
  serve(): Promise<void>
  resetCode(login: string): Promise<string>
  /** Opens the migrated store for one command and closes it again. */
  withStore<T>(work: (sql: Database) => Promise<T>): Promise<T>
  now(): { at: Date; today: string }
  /** Where this server is reached, as far as it knows: "http://127.0.0.1:8080". */
  address(): string
}

export interface Given {
  /** What stands behind the command, without the flags. */
  words: readonly string[]
  flags: Readonly<Record<string, string | boolean | undefined>>
}

interface Command {
  /** Flags it knows; anything else is refused. */
  flags: Record<string, { type: 'boolean' | 'string' }>
  /** How many words stand behind it. */
  words: number
  usage: string
  run(given: Given, io: Surroundings): Promise<number>
}

/** The commands on data, by the words they begin with. */
const COMMANDS: Record<string, Command> = {
  'agency apply': {
    flags: { 'dry-run': { type: 'boolean' }, by: { type: 'string' }, province: { type: 'string' } },
    words: 1,
    usage: words.succession.file.usage,
    run: agencyApply,
  },
  'indicator compute': {
    flags: INDICATOR_FLAGS,
    words: 0,
    usage: words.indicator.cli.usage,
    run: indicatorCompute,
  },
  'paper check': { flags: {}, words: 1, usage: words.form.cli.usage, run: paperCheck },
  rebuild: { flags: { verify: { type: 'boolean' } }, words: 0, usage: words.cli.rebuildUsage, run: rebuild },
  'register export': {
    flags: { out: { type: 'string' } },
    words: 1,
    usage: words.registerImport.cli.exportUsage,
    run: registerExport,
  },
  'register import': {
    flags: REGISTER_IMPORT_FLAGS,
    words: 2,
    usage: words.registerImport.cli.importUsage,
    run: registerImport,
  },
  'report consolidate': {
    flags: { out: { type: 'string' } },
    words: 2,
    usage: words.report.cli.usage,
    run: reportConsolidate,
  },
  'tracker import': { flags: TRACKER_FLAGS, words: 1, usage: words.tracker.cli.usage, run: tracker },
  urge: { flags: { 'dry-run': { type: 'boolean' } }, words: 0, usage: words.urging.cli.usage, run: urge },
  code: {
    flags: {},
    words: 1,
    usage: words.cli.codeUsage,
    run: async ({ words: [login = ''] }, io) => {
      io.out(words.cli.newCode(login, await io.resetCode(login)))
      return 0
    },
  },
}

export async function runCommand(args: readonly string[], io: Surroundings): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === 'help' || args.some((arg) => arg === '--help' || arg === '-h')) {
      io.out(words.cli.help)
      return 0
    }
    if (name === 'serve') {
      if (rest[0] !== undefined) {
        io.err(words.cli.unknown(`serve ${rest.join(' ')}`))
        return 1
      }
      await io.serve()
      return 0
    }
    if (name === 'extract') return await extract(rest, io)
    // "agency apply": commands of two words stand in the table as they are typed.
    const two = `${name} ${rest[0]}`
    const [command, given] = COMMANDS[two] ? [COMMANDS[two], rest.slice(1)] : [COMMANDS[name], rest]
    if (!command) {
      io.err(words.cli.unknown(name))
      return 1
    }
    const parsed = read(command, given)
    if (!parsed) {
      io.err(command.usage)
      return 1
    }
    return await command.run(parsed, io)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(error.message)
    return 1
  }
}

/** null when a flag is unknown or the number of words is wrong. */
function read({ flags, words: wanted }: Command, args: readonly string[]): Given | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true })
    return positionals.length === wanted ? { words: positionals, flags: values as Given['flags'] } : null
  } catch {
    return null
  }
}
