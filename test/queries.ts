// How many statements a request costs: asserted in tests, so that no page asks once for every row.
import type { Database } from '../src/store/database.ts'

interface Spied {
  options: { debug?: unknown }
}

/** Runs `work` and returns what it answers with the statements the database was asked meanwhile, in order. */
export async function statementsOf<T>(
  { sql }: { sql: Database },
  work: () => PromiseLike<T>,
): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = []
  // postgres.js looks at this option anew for every statement.
  const { options } = sql as unknown as Spied
  const before = options.debug
  options.debug = (_: number, statement: string) => {
    if (!/^(begin|commit|rollback|savepoint|release)\b|pg_catalog\.pg_type/i.test(statement.trim()))
      statements.push(statement.replace(/\s+/g, ' ').trim())
  }
  try {
    return { answer: await work(), statements }
  } finally {
    options.debug = before
  }
}
