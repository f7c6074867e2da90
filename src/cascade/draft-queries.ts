// Drafts of plans below another, and what they are made of.
import { Refusal } from '../base/refusal.ts'
import type { IssuingAgency } from '../paper/issuer.ts'
import type { Heading } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { DraftContent, Inherited } from './draft.ts'

type Drafted = IssuingAgency & { id: string; aliases: string[] }

export async function getDrafter(sql: Sql, tenantId: number, agencyId: string): Promise<Drafted> {
  const [row] = await sql<Drafted[]>`
    select agency.id, agency.name, agency.kind, agency.aliases, parent.name as "parentName"
    from agency left join agency parent on parent.tenant_id = agency.tenant_id and parent.id = agency.parent_id
    where agency.tenant_id = ${tenantId} and agency.id = ${agencyId}`
  if (!row) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  return row
}

/**
 * Everything of the plan that the agency leads or helps with, as the plan orders it; without closed work, and without
 * the duty to issue this very plan.
 */
export async function listInherited(
  sql: Sql,
  tenantId: number,
  planId: string,
  agencyId: string,
): Promise<Inherited[]> {
  const [rows, sources] = await Promise.all([
    sql<(Omit<Inherited, 'titles'> & { documentId: string; duty: string })[]>`
      select item.id as "itemId", item.section, coalesce(item.document_id, item.plan_id) as "documentId",
             item.quote, coalesce(own.duty, '') as duty, coalesce(own.role, 'coordinating') as role,
             coalesce((select string_agg(leader.name, '; ' order by leader.name collate "vi-x-icu")
                       from agency leader where leader.tenant_id = ${tenantId} and leader.id = item.lead_id),
                      array_to_string(item.lead_printed, '; ')) as lead,
             coalesce((select array_agg(other.name order by other.name collate "vi-x-icu")
                       from item_coordinating helps
                       join agency other on other.tenant_id = helps.tenant_id and other.id = helps.agency_id
                       where helps.tenant_id = ${tenantId} and helps.item_id = item.id),
                      item.coordinating_printed) as coordinating,
             item.deliverables, coalesce(own.due_on, item.due_on) as "dueOn", item.due_text as "dueText"
      from item
      left join lateral (
        select assignment.role, assignment.duty, assignment.due_on from assignment
        where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id
          and assignment.agency_id = ${agencyId} and assignment.status <> 'closed'
        order by assignment.role desc, assignment.period desc limit 1) own on true
      where item.tenant_id = ${tenantId} and item.plan_id = ${planId} and item.outcome in ('assign', 'each')
        and (own.role is not null
          or exists (select 1 from item_coordinating helps where helps.tenant_id = ${tenantId}
                       and helps.item_id = item.id and helps.agency_id = ${agencyId}))
        and not exists (select 1 from sub_plan_call call where call.tenant_id = ${tenantId}
                        and call.item_id = item.id and call.decision = 'owed')
      order by item.ordinal`,
    sql<{ documentId: string; outline: Heading[] | null }[]>`
      select source.plan_id as "documentId", source.draft -> 'outline' as outline from plan_source source
      join plan on plan.tenant_id = source.tenant_id and plan.id = source.plan_id
      where source.tenant_id = ${tenantId} and (plan.id = ${planId} or plan.adds_to = ${planId})`,
  ])
  const outlines = new Map(sources.map(({ documentId, outline }) => [documentId, outline ?? []]))
  return rows.map(({ documentId, duty, ...row }) => ({
    ...row,
    quote: duty || row.quote,
    titles: titlesOf(row.section, outlines.get(documentId) ?? []),
  }))
}

/** "III.2" -> the titles of III and III.2; the part that holds all duties says nothing and is left out. */
function titlesOf(section: string, outline: readonly Heading[]): string[] {
  const above = outline.filter((one) => section === one.section || section.startsWith(`${one.section}.`))
  const titles = above.filter(({ title }) => title).sort((a, b) => a.section.length - b.section.length)
  return titles.slice(-1).map(({ title }) => title)
}

export interface DraftRow {
  id: string
  content: DraftContent
  actor: string
  version: number
}

export async function findDraft(
  sql: Sql,
  tenantId: number,
  planId: string,
  agencyId: string,
): Promise<DraftRow | null> {
  const [row] = await sql<DraftRow[]>`
    select id, content, actor, version from sub_plan_draft
    where tenant_id = ${tenantId} and plan_id = ${planId} and agency_id = ${agencyId}`
  return row ?? null
}

export async function getDraftSubject(sql: Sql, tenantId: number, id: string) {
  const [row] = await sql<{ planId: string; agencyId: string }[]>`
    select plan_id as "planId", agency_id as "agencyId" from sub_plan_draft
    where tenant_id = ${tenantId} and id = ${id}`
  return row ?? null
}

/** Keeps the content over the version seen (0: none was kept); null when that is old. */
export async function keepDraft(
  tx: Sql,
  tenantId: number,
  draft: { id: string; planId: string; agencyId: string; content: DraftContent; actor: string; at: Date },
  seen: number,
): Promise<number | null> {
  const content = tx.json(asJson(draft.content))
  const [row] =
    seen === 0
      ? await tx<{ version: number }[]>`
          insert into sub_plan_draft (tenant_id, id, plan_id, agency_id, content, actor, at)
          values (${tenantId}, ${draft.id}, ${draft.planId}, ${draft.agencyId}, ${content}, ${draft.actor}, ${draft.at})
          on conflict do nothing returning version`
      : await tx<{ version: number }[]>`
          update sub_plan_draft set content = ${content}, actor = ${draft.actor}, at = ${draft.at}, version = version + 1
          where tenant_id = ${tenantId} and plan_id = ${draft.planId} and agency_id = ${draft.agencyId}
            and version = ${seen} returning version`
  return row?.version ?? null
}

/** Agencies that have something to do in the plan. */
export const listBearers = (sql: Sql, tenantId: number, planId: string) => sql<
  { id: string; name: string }[]
>`
  select agency.id, agency.name from agency
  where agency.tenant_id = ${tenantId} and agency.ended_on is null
    and (exists (select 1 from assignment where assignment.tenant_id = ${tenantId}
                   and assignment.agency_id = agency.id and assignment.plan_id = ${planId})
      or exists (select 1 from item_coordinating helps
                 join item on item.tenant_id = helps.tenant_id and item.id = helps.item_id
                 where helps.tenant_id = ${tenantId} and helps.agency_id = agency.id and item.tenant_id = ${tenantId}
                   and item.plan_id = ${planId}))
  order by agency.kind, agency.name collate "vi-x-icu", agency.id`
