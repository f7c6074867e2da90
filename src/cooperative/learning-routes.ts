// Events over HTTP: one with its participants and petitions, participants pasted by lines, the share of managers trained.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import { searchKey } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { insertRows } from '../register/kit/record.ts'
import { participant } from '../register/participant.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import { isKeeper, listKeepers } from './keeper.ts'
import { EventPage, MOST_LINES, Pasted, PasteForm, readParticipants, TrainedShare } from './learning.ts'
import * as queries from './learning-queries.ts'
import { listPetitionRows } from './petition-routes.ts'

const Id = z.object({ id: z.uuid() })
const MOST_SHOWN = 500
const w = words.cooperative.learning

const whyNotAdd = ({ capacities }: Pick<Actor, 'capacities'>, keepers: readonly string[]): string | null =>
  isKeeper(capacities, keepers) ? null : words.register.notKeeper

export function learningRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/learning-events/:id',
      { schema: { params: Id, response: { 200: EventPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const event = await queries.getEvent(sql, tenantId, id)
        const [participants, petitions, keepers] = await Promise.all([
          queries.listParticipants(sql, tenantId, id, MOST_SHOWN),
          listPetitionRows(sql, tenantId, { state: 'all', event: id }, today, 200),
          listKeepers(sql, tenantId, participant.name),
        ])
        return {
          ...event,
          participants: [...participants],
          petitions,
          today,
          whyNotAdd: whyNotAdd(actor, keepers),
        }
      },
    )

    server.post(
      '/api/learning-events/:id/participants',
      { config: { sends: ['key'] }, schema: { params: Id, body: PasteForm, response: { 201: Pasted } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id } = request.params
        const { text, isDry } = request.body
        const now = { at: clock.now(), today: clock.today() }
        const key = idempotencyKey(request)
        const paste = (tx: Sql) => pasteParticipants(tx, actor, id, text, isDry, now)
        const pasted = isDry
          ? await sql.begin(paste)
          : await once(sql, { ...actor, key, request: ['participants', id, text], at: now.at }, paste)
        return reply.status(201).send(pasted)
      },
    )

    server.get(
      '/api/cooperatives/trained',
      { schema: { response: { 200: TrainedShare } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return { years: [...(await queries.listTrained(sql, actor.tenantId))] }
      },
    )
  }
}

/** Reads the lines, finds their cooperatives, and, unless it is only tried, enters who is not there yet. All or none. */
async function pasteParticipants(
  tx: Sql,
  actor: Actor,
  eventId: string,
  text: string,
  isDry: boolean,
  now: Now,
): Promise<Pasted> {
  const { tenantId } = actor
  await queries.getEvent(tx, tenantId, eventId)
  const why = whyNotAdd(actor, await listKeepers(tx, tenantId, participant.name))
  if (why) throw new Refusal('forbidden', 'participants.add', why)
  const { lines, faults } = readParticipants(text)
  if (lines.length > MOST_LINES) throw new Refusal('too-large', 'participants.lines', w.tooLong(MOST_LINES))
  // Two people pasting at once follow each other: numbers are given in order.
  await tx`select 1 from learning_event where tenant_id = ${tenantId} and id = ${eventId} for no key update`
  const keys = [
    ...new Set(lines.flatMap((line) => [line.cooperative.replace(/\D/gu, ''), searchKey(line.cooperative)])),
  ]
  const [named, taken] = await Promise.all([
    queries.listNamed(tx, tenantId, keys.filter(Boolean)),
    queries.listTaken(tx, tenantId, eventId),
  ])
  const people = new Set(taken.map((one) => `${searchKey(one.name)} ${one.cooperative ?? ''}`))
  const rows: (Pasted['rows'][number] & { phone: string })[] = []
  let known = 0
  for (const line of lines) {
    const matching = named.filter(
      ({ code, key }) => code === line.cooperative.replace(/\D/gu, '') || key === searchKey(line.cooperative),
    )
    const [one] = matching
    if (line.cooperative && matching.length !== 1) {
      const message = one ? w.cooperativeTwice(line.cooperative) : w.cooperativeUnknown(line.cooperative)
      faults.push({ line: line.line, message })
      continue
    }
    const person = `${searchKey(line.name)} ${one?.id ?? ''}`
    if (people.has(person)) {
      known += 1
      continue
    }
    people.add(person)
    const { name, position, isManager, phone } = line
    rows.push({
      ...{ line: line.line, name, position, phone, isManager },
      cooperative: one ? { id: one.id, name: one.name } : null,
    })
  }
  faults.sort((a, b) => a.line - b.line)
  if (!isDry) {
    if (faults.length) throw new Refusal('invalid', 'participants.faults', w.mendFirst(faults.length))
    if (rows.length === 0) throw new Refusal('conflict', 'participants.none', w.noneNew)
    const last = Math.max(0, ...taken.map(({ number }) => Number(number) || 0))
    const entered = rows.map(({ name, cooperative, isManager, position, phone }, i) => ({
      id: randomUUID(),
      values: {
        ...{ event: eventId, number: String(last + i + 1), name, gender: null, isManager },
        ...{ cooperative: cooperative?.id ?? null, position: position || null, phone: phone || null },
        certificate: null,
      },
    }))
    await insertRows(tx, actor, participant, entered, { ...now, act: 'create', batchId: null })
    await audit(tx, actor, now.at, 'participants.paste', ['learning-event', eventId], {
      entered: rows.length,
      known,
    })
  }
  return { rows: rows.map(({ phone: _, ...row }) => row), known, faults }
}
