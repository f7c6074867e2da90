// The way back for an administrator who lost the password: at the machine itself, by the command line.
import { Refusal } from '../base/refusal.ts'
import { audit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { CODE_DAYS } from './identity.ts'
import { makeCodes } from './password.ts'
import { deleteSessionsOf, findAccountByLogin, setCode } from './queries.ts'

/** A new one-time code for the account; its password and open sessions end. Refuses an unknown or stopped account. */
export async function resetAtConsole(sql: Database, login: string, at: Date): Promise<string> {
  const [fresh] = await makeCodes(1)
  if (!fresh) throw new Error('no code was made')
  return sql.begin(async (tx) => {
    const account = await findAccountByLogin(tx, login.trim().toLowerCase())
    if (!account) throw new Refusal('missing', 'account.missing', words.cli.noAccount(login))
    if (!account.isActive) throw new Refusal('conflict', 'account.stopped', words.accounts.resetStopped)
    const { tenantId, id, version } = account
    const expiresAt = new Date(at.getTime() + CODE_DAYS * 86_400_000)
    if (!(await setCode(tx, tenantId, id, version, { hash: fresh.hash, expiresAt })))
      throw new Refusal('stale', 'account.stale', words.refusal.stale)
    await deleteSessionsOf(tx, tenantId, id)
    const console = { tenantId, accountId: null, name: words.cli.console }
    await audit(tx, console, at, 'account.reset', ['account', id])
    return fresh.code
  })
}
