// Agencies of former days that an old document names: made (or found) with the acts by which others followed on them,
// so that work given to them then passes on by a dated step. What a person accepted in a review comes in here.
import { randomUUID } from 'node:crypto'
import { type Agency, agencyKey, NEW_AGENCY } from '../agency/agency.ts'
import type { Former, FormerForm } from '../agency/former.ts'
import { listGroups } from '../agency/group-queries.ts'
import { insertAgency, listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import type { ActForm } from './act.ts'
import { passOn } from './pass-on.ts'
import * as queries from './queries.ts'
import { refuseEmptyGroup } from './reorganise.ts'

export interface Accepted {
  printed: string
  agencyId: string
}

/**
 * Takes over what was proposed for names of an old document. An agency that is there already, with the day it ended
 * and its province, is used as it is, and what was decided about it stays decided. Refuses days out of order.
 */
export async function acceptFormers(
  tx: Sql,
  by: Actor,
  forms: readonly FormerForm[],
  now: Now,
): Promise<Accepted[]> {
  const { tenantId } = by
  await queries.lockActs(tx, tenantId)
  const agencies = await listAgencies(tx, tenantId)
  const known = new Map(agencies.map((agency) => [agency.id, agency]))
  const groups = new Set([...GROUPS, ...(await listGroups(tx, tenantId)).map(({ id }) => id)] as string[])
  const accepted: Accepted[] = []
  for (const form of forms) {
    refuseDisorder(form, now.today)
    refuseUnknown(form, known, groups)
    const chain: string[] = []
    for (const [at, former] of form.chain.entries())
      chain.push(await findOrFound(tx, by, former, at === 0 ? form.printed : former.name, known, now))
    for (const [at, former] of form.chain.entries()) {
      const next = chain[at + 1]
      const to = next ? { agency: next } : form.to
      await recordHop(tx, by, { id: chain[at] ?? '', former, to }, known, now)
    }
    accepted.push({ printed: form.printed, agencyId: chain[0] ?? '' })
  }
  // Work may be waiting with an agency for which only now somebody decided.
  await passOn(tx, by, now)
  return accepted
}

function refuseDisorder({ printed, chain }: FormerForm, today: string) {
  const isInOrder = chain.every(({ on }, at) => {
    const before = chain[at - 1]
    return on <= today && (!before || before.on < on)
  })
  if (isInOrder) return
  throw new Refusal('invalid', 'former.days', words.succession.formerDays(printed))
}

function refuseUnknown({ to }: FormerForm, known: ReadonlyMap<string, Agency>, groups: ReadonlySet<string>) {
  if (!to) return
  const isKnown = 'agency' in to ? known.get(to.agency)?.endedOn === null : groups.has(to.group)
  if (!isKnown) throw new Refusal('invalid', 'former.successor', words.succession.faults.unknown)
}

async function findOrFound(
  tx: Sql,
  by: Actor,
  former: Former,
  printed: string,
  known: Map<string, Agency>,
  { at }: Now,
): Promise<string> {
  const key = agencyKey(former.name)
  const there = [...known.values()].find(
    (agency) =>
      agency.endedOn === former.on &&
      agency.province === former.province &&
      [agency.name, ...agency.aliases].some((name) => agencyKey(name) === key),
  )
  if (there) return there.id
  const id = randomUUID()
  const form = {
    ...{ name: former.name, code: null, kind: former.kind, parentId: null, validFrom: null },
    aliases: printed !== former.name && printed.length <= 200 ? [printed] : [],
    ...{ endedOn: former.on, province: former.province },
  }
  await insertAgency(tx, by.tenantId, id, form, at)
  known.set(id, { ...NEW_AGENCY, ...form, id, version: 1 })
  await audit(tx, by, at, 'agency.add', ['agency', id], form)
  return id
}

/** The act by which it ended, and, where it was said, who follows. What is recorded already stays. */
async function recordHop(
  tx: Sql,
  by: Actor,
  { id, former, to }: { id: string; former: Former; to: FormerForm['to'] },
  known: Map<string, Agency>,
  now: Now,
) {
  const { at } = now
  const { tenantId } = by
  const recorded = await queries.findEnding(tx, tenantId, id, former.on)
  if (recorded?.isDecided || (recorded && !to)) return
  const agencyId = to && 'agency' in to ? to.agency : null
  const form: ActForm = {
    kind: agencyId ? 'merge' : 'abolish',
    effectiveOn: former.on,
    documentNumber: former.basis,
    documentOn: null,
    note: '',
    old: [id],
    successors: agencyId ? [{ agencyId, founded: null, takes: '' }] : [],
    decisions: [],
  }
  const actId = recorded?.actId ?? randomUUID()
  if (!recorded) {
    await queries.insertAct(tx, by, actId, form, at)
    await queries.markDone(tx, tenantId, actId, at)
    await audit(tx, by, at, 'reorganisation.record', ['reorganisation', actId], form)
  }
  if (!to) return
  if ('group' in to) await refuseEmptyGroup(tx, tenantId, to.group, former.on, now)
  const decision = {
    ...{ actId, agencyId: id, onDay: former.on, why: words.succession.fromReview, at, exceptions: [] },
    toAgencyId: agencyId,
    toGroup: 'group' in to ? to.group : null,
  }
  await queries.insertDecision(tx, by, decision)
  await audit(tx, by, at, 'succession.decide', ['agency', id], { actId, to })
  const agency = known.get(id)
  if (agency) known.set(id, { ...agency, successor: to })
}
