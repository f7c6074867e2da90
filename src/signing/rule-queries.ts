// What the province demands of papers of a kind: a kind without an entry may leave out opinions and appraisal, with a
// reason.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { KINDS, type Kind } from './dossier.ts'
import type { RuleForm, SigningRule } from './exchange.ts'

const unsaid = (kind: Kind): SigningRule => ({
  ...{ kind, maySkipOpinions: true, maySkipAppraisal: true, opinionDays: 7, version: 0 },
})

export async function listRules(sql: Sql, tenantId: number): Promise<SigningRule[]> {
  const rows = await sql<SigningRule[]>`
    select kind, may_skip_opinions as "maySkipOpinions", may_skip_appraisal as "maySkipAppraisal",
           opinion_days as "opinionDays", version
    from signing_rule where tenant_id = ${tenantId}`
  return KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? unsaid(kind))
}

export async function getRule(sql: Sql, tenantId: number, kind: Kind): Promise<SigningRule> {
  return (await listRules(sql, tenantId)).find((rule) => rule.kind === kind) ?? unsaid(kind)
}

/** Refuses when somebody else has changed it since it was seen. */
export async function saveRule(
  tx: Sql,
  tenantId: number,
  kind: Kind,
  seen: number,
  form: RuleForm,
): Promise<SigningRule> {
  const { maySkipOpinions, maySkipAppraisal, opinionDays } = form
  const rows = await tx<{ version: number }[]>`
    insert into signing_rule (tenant_id, kind, may_skip_opinions, may_skip_appraisal, opinion_days, version)
    values (${tenantId}, ${kind}, ${maySkipOpinions}, ${maySkipAppraisal}, ${opinionDays}, 1)
    on conflict (tenant_id, kind) do update
      set may_skip_opinions = ${maySkipOpinions}, may_skip_appraisal = ${maySkipAppraisal},
          opinion_days = ${opinionDays}, version = signing_rule.version + 1
      where signing_rule.version = ${seen}
    returning version`
  const [row] = rows
  if (!row || row.version !== seen + 1) throw new Refusal('stale', 'signing-rule.stale', words.refusal.stale)
  return { ...form, kind, version: row.version }
}
