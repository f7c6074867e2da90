// The floor: node:http and postgres.js with prepared statements over the same tables, without sessions, access rules,
// audit, repeated requests, versions, counters or validation. argv: socket folder, user, today. Prints its port.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { connectEngine } from '../src/store/database.ts'
import { TENANT } from './work-data.ts'

const [, , socketDir = '', user = '', today = ''] = process.argv
const sql = connectEngine({ socketDir, user, wasRunning: true, stop: async () => {} })

const worklist = (agency: string) => sql`
  select assignment.id, item.id as "itemId", item.quote, item.section, plan.id as "planId", plan.number, plan.title,
         agency.id as "agencyId", agency.name, assignment.due_on as "dueOn", assignment.due_on - ${today}::date as "daysLeft",
         item.due_text as "dueText", assignment.status, assignment.percent, assignment.completed_on as "completedOn",
         assignment.version
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${TENANT} and assignment.agency_id = ${agency} and assignment.status <> 'done'
  order by assignment.due_on nulls last, assignment.id limit 25`

/** The same content as the page of one assignment: itself, its siblings, its steps with their evidence. */
const one = (id: string) =>
  Promise.all([
    sql`
      select assignment.*, item.quote, item.section, item.spans, item.lead_printed, item.coordinating_printed,
             item.deliverables, item.due_text, plan.number, plan.title, agency.name
      from assignment
      join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
      join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
      join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
      where assignment.tenant_id = ${TENANT} and assignment.id = ${id}`,
    sql`
      select other.id, other.status, other.percent, agency.name
      from assignment
      join assignment other on other.tenant_id = assignment.tenant_id and other.item_id = assignment.item_id
        and other.id <> assignment.id
      join agency on agency.tenant_id = other.tenant_id and agency.id = other.agency_id
      where assignment.tenant_id = ${TENANT} and assignment.id = ${id}`,
    sql`
      select step.id, step.kind, step.actor, agency.name as agency, step.at, step.text, step.percent
      from step left join agency on agency.tenant_id = step.tenant_id and agency.id = step.agency_id
      where step.tenant_id = ${TENANT} and step.assignment_id = ${id} order by step.seq`,
  ])

const report = (id: string, { text, percent }: { text: string; percent: number }) =>
  sql.begin(async (tx) => {
    const [last] = await tx<{ accountId: string; seq: number }[]>`
      select account_id as "accountId", seq from step where tenant_id = ${TENANT} and assignment_id = ${id}
      order by seq desc limit 1`
    if (!last) throw new Error(`nobody has received assignment ${id}`)
    await tx`
      insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, at, on_day, text, percent)
      values (${TENANT}, ${randomUUID()}, ${id}, ${last.seq + 1}, 'report', ${last.accountId}, 'Người đo',
              now(), ${today}, ${text}, ${percent})`
    await tx`
      update assignment set status = 'reported', version = version + 1 where tenant_id = ${TENANT} and id = ${id}`
    return {}
  })

/** What a dashboard asks without counters: every assignment grouped by agency, status and lateness. */
const dashboard = () => sql`
  select agency_id, status, case when due_on is null then 'none' when due_on < ${today} then 'past' else 'later' end as due,
         count(*)::int as n
  from assignment where tenant_id = ${TENANT} group by 1, 2, 3`

async function body(request: IncomingMessage) {
  let text = ''
  for await (const part of request) text += part
  return JSON.parse(text)
}

async function answerTo(request: IncomingMessage): Promise<unknown> {
  const [, kind = '', id = ''] = (request.url ?? '').split('/')
  switch (kind) {
    case 'worklist':
      return worklist(id)
    case 'one':
      return one(id)
    case 'dashboard':
      return dashboard()
    case 'report':
      return report(id, await body(request))
    default:
      throw new Error(`unknown: ${request.url}`)
  }
}

// What goes wrong is one failed request, which the bench counts; it never ends the run.
const server = createServer(async (request, response) => {
  response.setHeader('content-type', 'application/json')
  try {
    response.end(JSON.stringify(await answerTo(request)))
  } catch (error) {
    response.statusCode = 500
    response.end(JSON.stringify({ error: `${error}` }))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
