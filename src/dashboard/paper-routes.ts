// Any filtered worklist as a paper: /api/papers/work.docx and .xlsx take the address of the list.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import { listOpenTexts } from '../difficulty/listing.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import type { TablePaper } from '../paper/table.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { annexCells, annexHead } from '../reading/annex-head.ts'
import { attachment } from '../task/evidence.ts'
import { scopeOf } from '../task/routes.ts'
import { WorkFilter } from '../task/work.ts'
import { countedState, isIn, type Tally, tally } from '../task/work-state.ts'
import { countRows, listCountCells, needsRows, type WorkScope } from '../task/worklist.ts'
import * as words from '../vocabulary/words.ts'
import { ratiosOf } from './dashboard.ts'
import { type ItemTally, tallyItems } from './item-state.ts'
import {
  type FilterNames,
  listJoined,
  listPaperRows,
  listPlanSources,
  readFilterNames,
} from './paper-queries.ts'
import { sumItems } from './queries.ts'
import { type PaperRow, workPaper } from './work-paper.ts'

/** A paper of more rows would be read by nobody; and it is made while others wait. */
export const MOST_ROWS = 5000

const PaperQuery = WorkFilter.omit({ after: true }).extend({
  /** A row for each lượt giao, or for each nhiệm vụ with all of its own in the filter. */
  by: z.enum(['assignment', 'item']).default('assignment'),
})
type PaperQuery = z.infer<typeof PaperQuery>

const FORMS = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const

export function paperRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    for (const form of ['docx', 'xlsx'] as const) {
      const { media, write } = FORMS[form]
      server.get(
        `/api/papers/work.${form}`,
        { config: { answers: media }, schema: { querystring: PaperQuery } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'work.read')
          const paper = await readPaper(actor, request.query)
          const name = words.standing.paper.fileNames[request.query.state === 'overdue' ? 'overdue' : 'table']
          return reply
            .header('content-type', media)
            .header('content-disposition', attachment(`${name}-${paper.day}.${form}`))
            .send(Buffer.from(await write(paper)))
        },
      )
    }
  }

  async function readPaper(actor: Actor, { by, ...filter }: PaperQuery): Promise<TablePaper> {
    const { tenantId } = actor
    const today = clock.today()
    const scope = scopeOf(actor, filter)
    const found = await listPaperRows(sql, tenantId, scope, { today, limit: MOST_ROWS + 1 })
    if (found.length > MOST_ROWS)
      throw new Refusal('too-large', 'paper.too-many-rows', words.standing.paper.tooManyRows(MOST_ROWS))
    const [names, agency, annex, counts, items, troubles] = await Promise.all([
      readFilterNames(sql, tenantId, scope),
      findIssuer(sql, tenantId, actor.agencyId),
      scope.plan ? readAnnex(tenantId, scope.plan) : null,
      countScope(tenantId, scope, today),
      countItems(tenantId, scope, today),
      listOpenTexts(
        sql,
        tenantId,
        found.map(({ id }) => id),
      ),
    ])
    const rows = found.map(({ spans, documentId, ...row }): PaperRow => {
      const state = countedState(row.status, row.dueOn, row.completedOn)
      return {
        ...row,
        isOverdue: isIn('overdue', state, row.dueOn !== null && row.dueOn < today ? 'past' : 'later'),
        difficulties: troubles.get(row.id) ?? [],
        lines: annex ? annex.linesOf({ itemId: row.itemId, documentId, spans }) : [],
      }
    })
    const w = words.standing.paper
    return workPaper({
      ...issuerOf(names.province, agency),
      day: today,
      title: w.titles[scope.state === 'overdue' ? 'overdue' : 'table'],
      subtitle: [
        names.plan ? planTitle(names.plan) : w.allPlans,
        w.asOf(words.day(today), filterWords(scope, names).join('; ')),
      ],
      rows,
      by,
      annex: annex?.head ?? null,
      withPlan: !scope.plan,
      printed: annex?.printed ?? (() => ''),
      totals: totalsOf(rows, counts, items),
    })
  }

  /** The first of the plan's documents that has a table of duties; null when none has. */
  async function readAnnex(tenantId: number, planId: string) {
    const [sources, joined] = await Promise.all([
      listPlanSources(sql, tenantId, planId),
      listJoined(sql, tenantId, planId),
    ])
    for (const source of sources) {
      const head = annexHead(source.lines)
      if (!head) continue
      const here = ({ documentId, spans }: { documentId: string; spans: { line: number }[] }) =>
        documentId === source.documentId ? spans.map(({ line }) => line) : []
      const joinedInto = Map.groupBy(joined, ({ into }) => into)
      return {
        head,
        printed: annexCells(source.lines, head),
        /** Lines of that document which say the item, or what was joined with it. */
        linesOf: (item: { itemId: string; documentId: string; spans: { line: number }[] }) => [
          ...here(item),
          ...(joinedInto.get(item.itemId) ?? []).flatMap(here),
        ],
      }
    }
    return null
  }

  /** Every list of the scope, whatever state the paper is limited to. */
  async function countScope(tenantId: number, scope: WorkScope, today: string): Promise<Tally> {
    return tally(
      needsRows(scope)
        ? await countRows(sql, tenantId, scope, today)
        : await listCountCells(sql, tenantId, scope, today),
    )
  }

  /** Of nhiệm vụ only where the filter is one that they have, too. */
  async function countItems(tenantId: number, scope: WorkScope, today: string): Promise<ItemTally | null> {
    const { agencies, plan, role } = scope
    if (needsRows(scope) || role === 'coordinating' || (agencies && agencies.length !== 1)) return null
    const limits = { agency: agencies?.[0] ?? null, plans: plan ? [plan] : null }
    const cells = await sumItems(sql, tenantId, limits, today)
    return tallyItems(cells.filter(({ of }) => of === 'plan'))
  }
}

const planTitle = ({ number, title }: { number: string | null; title: string }): string =>
  number ? words.standing.paper.planTitle(number, title) : title

/** The filter in words, as the head of the list says it. */
function filterWords(scope: WorkScope, names: FilterNames): string[] {
  const w = words.standing.paper.filter
  return [
    ...(names.agencies.length ? [w.agency(names.agencies.join(', '))] : []),
    ...(names.person ? [w.person(names.person)] : []),
    ...(names.overseer ? [w.overseer(names.overseer)] : []),
    ...(scope.role ? [w.roles[scope.role]] : []),
    ...(scope.period ? [w.period(scope.period)] : []),
    ...(scope.due ? [w.due(words.day(scope.due))] : []),
    ...(scope.extension ? [w.extension] : []),
    ...(names.item ? [w.item(names.item)] : []),
    ...(scope.q ? [w.search(scope.q)] : []),
    ...(scope.state === 'all' ? [] : [w.state(words.task.states[scope.state])]),
  ]
}

/** How many rows stand here, and both ratios of each unit, with what is divided by what. */
function totalsOf(rows: readonly PaperRow[], counts: Tally, items: ItemTally | null): string[] {
  const w = words.standing.paper
  const itemsHere = new Set(rows.map(({ itemId }) => itemId)).size
  const share = ({ part, whole }: { part: number; whole: number }) => w.share(part, whole)
  const line = (unit: 'assignment' | 'item', of: Pick<Tally, 'done' | 'all' | 'answerable' | 'overdue'>) => {
    const { ofAssigned, ofAnswerable } = ratiosOf(of)
    return w.ratios(words.standing.units[unit], share(ofAssigned), share(ofAnswerable), of.overdue)
  }
  return [
    w.rows(rows.length, itemsHere),
    ...(counts.all > 0 ? [line('assignment', counts)] : []),
    ...(items && items.all > 0 ? [line('item', items)] : []),
  ]
}
