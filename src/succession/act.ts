// A reorganisation (sắp xếp tổ chức): an act with a day and a deciding document. Forms shared by server, screen and
// file, and the rules that say what is wrong with one. Pure.
import { z } from 'zod'
import {
  type Agency,
  AgencyCode,
  AgencyKindForm,
  AgencyName,
  agencyKey,
  existsOn,
  nameOn,
} from '../agency/agency.ts'
import { addDays } from '../base/calendar.ts'
import type { Fault } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'

/** merge: several into one (or one into another) · split: one into several · rename: the same agency goes on · abolish. */
export const REORGANISATIONS = ['merge', 'split', 'rename', 'abolish'] as const
export type ReorganisationKind = (typeof REORGANISATIONS)[number]

const Day = z.iso.date({ error: () => words.succession.dayMissing })
const Text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => words.succession.textLong })

/** An agency that the act founds. */
export const NewSuccessor = z.object({
  name: AgencyName,
  code: AgencyCode.nullable(),
  kind: AgencyKindForm,
  parentId: z.uuid().nullable(),
})
export type NewSuccessor = z.infer<typeof NewSuccessor>

/** One that is there, or one that is founded; `takes` is its part of the work. */
export const SuccessorForm = z.object({
  agencyId: z.uuid().nullable(),
  founded: NewSuccessor.nullable(),
  takes: Text(300),
})
export type SuccessorForm = z.infer<typeof SuccessorForm>

/** A successor of the act by its place in the list (it may not exist yet), or any agency. */
const Receiver = z.union([z.object({ successor: z.number().int().min(0) }), z.object({ agency: z.uuid() })])
export type Receiver = z.infer<typeof Receiver>
/** A word of the groups, or a named group: every member gets the work. */
export const Target = z.union([Receiver, z.object({ group: z.string().min(1).max(60) })])
export type Target = z.infer<typeof Target>

/** One decision per old agency: where everything goes, and what goes elsewhere. */
export const DecisionForm = z.object({
  agencyId: z.uuid(),
  to: Target,
  why: Text(1000),
  /** A whole plan, or one assignment. */
  exceptions: z
    .array(z.object({ planId: z.uuid().nullable(), assignmentId: z.uuid().nullable(), to: Receiver }))
    .max(1000),
  accounts: z.array(z.object({ accountId: z.uuid(), to: Receiver })).max(2000),
})
export type DecisionForm = z.infer<typeof DecisionForm>

export const ActForm = z.object({
  kind: z.enum(REORGANISATIONS),
  effectiveOn: Day,
  documentNumber: Text(100).min(1, { error: () => words.succession.documentMissing }),
  documentOn: Day.nullable(),
  note: Text(1000),
  old: z
    .array(z.uuid())
    .min(1, { error: () => words.succession.faults.nobody })
    .max(300),
  successors: z.array(SuccessorForm).max(100),
  decisions: z.array(DecisionForm).max(300),
})
export type ActForm = z.infer<typeof ActForm>

const AgencyName_ = z.object({ id: z.uuid().nullable(), name: z.string() })

/** An act as it is shown: `id` of a successor is null until it is founded. */
export const Act = z.object({
  id: z.uuid(),
  kind: z.enum(REORGANISATIONS),
  effectiveOn: Day,
  documentNumber: z.string(),
  documentOn: Day.nullable(),
  note: z.string(),
  state: z.enum(['prepared', 'done']),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  /** Names as they were on the act's day. */
  old: z.array(z.object({ id: z.uuid(), name: z.string(), province: z.string().nullable() })),
  successors: z.array(AgencyName_.extend({ takes: z.string(), province: z.string().nullable() })),
  decisions: z.array(
    z.object({
      agency: z.object({ id: z.uuid(), name: z.string() }),
      /** An agency's name or a group's. */
      to: z.string(),
      why: z.string(),
      decidedBy: z.string(),
      decidedAt: z.iso.datetime(),
      exceptions: z.number().int(),
    }),
  ),
  version: z.number().int(),
})
export type Act = z.infer<typeof Act>

export const ActList = z.object({ acts: z.array(Act), next: z.string().nullable() })
export type ActList = z.infer<typeof ActList>

/** What an agency holds that an act on it would move. */
export const Holding = z.object({
  agencyId: z.uuid(),
  /** Open lượt giao: leading and coordinating. */
  leading: z.number().int(),
  coordinating: z.number().int(),
  /** Nhiệm vụ in whose list of coordinating agencies it stands. */
  coordinated: z.number().int(),
  plans: z.array(
    z.object({
      id: z.uuid(),
      number: z.string().nullable(),
      title: z.string(),
      n: z.number().int(),
      oversees: z.boolean(),
    }),
  ),
  seats: z.number().int(),
  /** Rows of registers that name it. */
  rows: z.number().int(),
  units: z.number().int(),
  people: z.array(
    z.object({ id: z.uuid(), name: z.string(), position: z.string(), agency: z.string(), role: z.string() }),
  ),
})
export type Holding = z.infer<typeof Holding>

export const isEmptyHolding = (holding: Holding): boolean =>
  holding.leading + holding.coordinating + holding.coordinated + holding.seats + holding.rows === 0 &&
  holding.plans.every(({ oversees }) => !oversees) &&
  holding.people.length === 0

/** An old agency of which nobody has decided yet where its work goes. */
export const Pending = z.object({
  actId: z.uuid(),
  kind: z.enum(REORGANISATIONS),
  effectiveOn: Day,
  documentNumber: z.string(),
  agency: z.object({ id: z.uuid(), name: z.string(), province: z.string().nullable() }),
  /** It goes on beside its successors: only a part of its work moves. */
  goesOn: z.boolean(),
  successors: z.array(z.object({ id: z.uuid(), name: z.string(), takes: z.string() })),
  holding: Holding,
})
export type Pending = z.infer<typeof Pending>

export const Decide = DecisionForm.extend({ actId: z.uuid() })

/** What happened when work passed on. */
export const Passed = z.object({
  /** Lượt giao that changed hands, that were closed for a group's, and that its members got. */
  transferred: z.number().int(),
  closed: z.number().int(),
  given: z.number().int(),
  overseen: z.number().int(),
  coordinated: z.number().int(),
  seats: z.number().int(),
  /** Difficulties that waited for the old agency's decision. */
  difficulties: z.number().int(),
  accounts: z.number().int(),
  /** Rows of registers. */
  rows: z.number().int(),
})
export type Passed = z.infer<typeof Passed>

export const NOTHING_PASSED: Passed = {
  ...{ transferred: 0, closed: 0, given: 0, overseen: 0, coordinated: 0, seats: 0 },
  ...{ difficulties: 0, accounts: 0, rows: 0 },
}

/** An act that is only prepared, as the rules look at it. */
export type Prepared = Pick<ActForm, 'kind' | 'effectiveOn' | 'old'> & {
  id: string
  successors: readonly { agencyId: string | null }[]
}

interface Known {
  byId: ReadonlyMap<string, Agency>
  prepared: readonly Prepared[]
  /** Ids and words of groups. */
  groups: ReadonlySet<string>
  /** The last day from which each agency took over work of others. */
  received: ReadonlyMap<string, string>
}

/** Which of the old agencies end: all but those that are among the successors, and none by a new name. */
export const endedBy = ({
  kind,
  old,
  successors,
}: {
  kind: ReorganisationKind
  old: readonly string[]
  successors: readonly { agencyId: string | null }[]
}): string[] =>
  kind === 'rename' ? [] : old.filter((id) => !successors.some(({ agencyId }) => agencyId === id))

/** The successor that everything goes to without a choice; null where a person decides. */
export const onlySuccessor = ({ kind, successors }: Pick<ActForm, 'kind' | 'successors'>): 0 | null =>
  kind === 'merge' || (kind === 'abolish' && successors.length === 1) ? 0 : null

/** Everything that is wrong with an act, field by field; empty when it may be recorded. */
export function actFaults(form: ActForm, known: Known): Fault[] {
  const faults: Fault[] = []
  const wrong = (at: string, message: string) => faults.push({ at, message })
  numbersFaults(form, wrong)
  if (new Set(form.old).size < form.old.length) wrong('old', words.succession.faults.twice)
  const ended = endedBy(form)
  for (const id of form.old) oldFaults(id, ended.includes(id), form, known, wrong)
  for (const [at, successor] of form.successors.entries()) successorFaults(at, successor, form, known, wrong)
  for (const decision of form.decisions) decisionFaults(decision, form, known, wrong)
  return faults
}

type Complain = (at: string, message: string) => void

/** How many agencies each kind of act is about. */
function numbersFaults({ kind, old, successors }: ActForm, wrong: Complain) {
  const { faults } = words.succession
  if (kind === 'merge') {
    if (successors.length !== 1) wrong('successors', faults.mergeOne)
    else if (old.every((id) => id === successors[0]?.agencyId)) wrong('old', faults.mergeItself)
  }
  if ((kind === 'split' || kind === 'rename') && old.length !== 1) wrong('old', faults.oneOld)
  if (kind === 'split' && successors.length < 2) wrong('successors', faults.splitTwo)
  if (kind === 'rename' && !(successors.length === 1 && successors[0]?.founded))
    wrong('successors', faults.renameName)
  if (kind === 'abolish' && successors.some(({ agencyId }) => agencyId && old.includes(agencyId)))
    wrong('successors', faults.abolishItself)
}

function oldFaults(id: string, ends: boolean, form: ActForm, known: Known, wrong: Complain) {
  const { faults } = words.succession
  const agency = known.byId.get(id)
  if (!agency) return wrong('old', faults.unknown)
  const name = agency.name
  if (agency.endedOn !== null) return wrong('old', faults.endedAlready(name, agency.endedOn))
  if (agency.validFrom !== null && agency.validFrom >= form.effectiveOn)
    return wrong('effectiveOn', faults.notYet(name, agency.validFrom))
  // It was there to take over then, so it cannot have ended before.
  const received = known.received.get(id)
  if (ends && received !== undefined && received >= form.effectiveOn)
    wrong('effectiveOn', faults.tookOver(name, received))
  const renamedOn = agency.formerNames.at(-1)?.until
  if (renamedOn !== undefined && renamedOn >= form.effectiveOn)
    wrong('effectiveOn', faults.renamedSince(renamedOn))
  const clash = known.prepared.find(
    (act) =>
      (act.old.includes(id) && (ends || endedBy(act).includes(id))) ||
      (ends && act.effectiveOn >= form.effectiveOn && act.successors.some(({ agencyId }) => agencyId === id)),
  )
  if (clash) wrong('old', faults.preparedElsewhere(name, clash.effectiveOn))
}

function successorFaults(
  at: number,
  { agencyId, founded }: SuccessorForm,
  form: ActForm,
  { byId, prepared }: Known,
  wrong: Complain,
) {
  const { faults } = words.succession
  const place = `successors.${at}`
  if ((agencyId === null) === (founded === null)) return wrong(place, faults.successorMissing)
  if (agencyId !== null) {
    const agency = byId.get(agencyId)
    if (!agency) return wrong(place, faults.unknown)
    if (!existsOn(agency, form.effectiveOn)) wrong(place, faults.notThere(agency.name, form.effectiveOn))
    const ends = prepared.find(
      (act) => endedBy(act).includes(agencyId) && act.effectiveOn <= form.effectiveOn,
    )
    if (ends) wrong(place, faults.endsBefore(agency.name, ends.effectiveOn))
    return
  }
  if (!founded) return
  if (founded.parentId !== null && !byId.has(founded.parentId)) wrong(place, faults.unknown)
  const ended = endedBy(form)
  const staying = [...byId.values()].filter(
    (agency) => agency.endedOn === null && agency.province === null && !ended.includes(agency.id),
  )
  const others = form.kind === 'rename' ? staying.filter(({ id }) => !form.old.includes(id)) : staying
  const key = agencyKey(founded.name)
  const parentId = form.kind === 'rename' ? (byId.get(form.old[0] ?? '')?.parentId ?? null) : founded.parentId
  if (others.some((agency) => agencyKey(agency.name) === key && agency.parentId === parentId))
    wrong(place, faults.nameTaken(founded.name))
  if (founded.code !== null && others.some(({ code }) => code === founded.code))
    wrong(place, faults.codeTaken(founded.code))
  const renamed = form.kind === 'rename' ? byId.get(form.old[0] ?? '') : undefined
  if (renamed && renamed.name === founded.name && renamed.code === founded.code) wrong(place, faults.sameName)
}

function decisionFaults(decision: DecisionForm, form: ActForm, { byId, groups }: Known, wrong: Complain) {
  const { faults } = words.succession
  if (!form.old.includes(decision.agencyId)) wrong('decisions', faults.decisionElsewhere)
  const receivers = [
    decision.to,
    ...decision.exceptions.map(({ to }) => to),
    ...decision.accounts.map(({ to }) => to),
  ]
  for (const to of receivers) {
    if ('successor' in to && !form.successors[to.successor]) wrong('decisions', faults.unknown)
    if ('group' in to && !groups.has(to.group)) wrong('decisions', faults.unknownGroup)
    if (!('agency' in to)) continue
    const agency = byId.get(to.agency)
    if (!agency) wrong('decisions', faults.unknown)
    else if (!existsOn(agency, form.effectiveOn))
      wrong('decisions', faults.notThere(agency.name, form.effectiveOn))
    else if (endedBy(form).includes(to.agency)) wrong('decisions', faults.toItself(agency.name))
  }
  if (decision.exceptions.some(({ planId, assignmentId }) => (planId === null) === (assignmentId === null)))
    wrong('decisions', faults.exceptionForm)
}

/** "Sở Kế hoạch và Đầu tư": the name an agency bore on the day before the act. */
export const nameBefore = (agency: Pick<Agency, 'name' | 'formerNames'>, effectiveOn: string): string =>
  nameOn(agency, addDays(effectiveOn, -1))
