// Faults of single duties and indicators: who bears them, when they are due, whether annex and body agree.

import { nameKey } from '../base/text.ts'
import { type FieldKind, fieldOf } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
import { findCoordinating, splitAgencies } from './agency-list.ts'
import type { DraftTask, Due } from './draft.ts'
import { type Fault, type FindFaults, fault, nodesOf } from './finding-rule.ts'
import { type Node, textOf } from './outline.ts'
import { quoteOf } from './paragraph.ts'
import { sameBearers } from './repeat.ts'

/** "các sở, ban, ngành", "doanh nghiệp viễn thông": no single agency. */
const COLLECTIVE =
  /^(?:các|tất cả|những|toàn bộ|mọi|từng|doanh nghiệp|nhà |chủ |tổ chức|cơ quan|đơn vị|sở,|ubnd (?:các|cấp)|(?:ủy|uỷ) ban nhân dân (?:các|cấp)|địa phương|(?:phường|xã),)/iu
/** Those whom the plan cannot order: printed as bearers, but no agency's task. */
const NO_AGENCY =
  /^(?:các )?(?:doanh nghiệp|nhà (?:đầu tư|thầu|cung cấp)|chủ (?:đầu tư|cơ sở)|hộ |hợp tác xã)/iu
const isCollective = (name: string): boolean => COLLECTIVE.test(name.trim()) || /liên quan/iu.test(name)

const DATED = new Set<Due['kind']>(['date', 'month', 'quarter', 'year', 'years'])
/** Two times that have no day in common; a mere last day ("trước 30/6") differs when the other is another day. */
function apart(a: Due, b: Due): boolean {
  if (!DATED.has(a.kind) || !DATED.has(b.kind) || a.to === null || b.to === null) return false
  if (a.kind === 'date' && b.kind === 'date') return a.to !== b.to
  return (a.from !== null && a.from > b.to) || (b.from !== null && b.from > a.to)
}

const list = (names: readonly string[]): string => names.join(', ')

function differs(row: DraftTask, body: DraftTask): Fault | null {
  if (!sameBearers(row.lead, body.lead))
    return fault(
      row,
      words.findings.annexDiffers(list(row.lead), list(body.lead)),
      [row.lead, body.lead].some((names) => names.every((name) => NO_AGENCY.test(name)))
        ? 'minor'
        : undefined,
    )
  if (apart(row.due, body.due)) return fault(row, words.findings.annexDue(row.due.text, body.due.text))
  // Collective names stand for many: only lists of single agencies can be told apart.
  const both = [...row.coordinating, ...body.coordinating]
  if (
    row.coordinating.length > 0 &&
    body.coordinating.length > 0 &&
    !both.some(isCollective) &&
    !sameBearers(row.coordinating, body.coordinating)
  )
    return fault(
      row,
      words.findings.annexCoordinates(list(row.coordinating), list(body.coordinating)),
      row.coordinating.some((name) => body.coordinating.some((other) => sameBearers([name], [other])))
        ? 'minor'
        : undefined,
    )
  return null
}

export const bodyAppendixMismatch: FindFaults = ({ tasks }) => {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return tasks.flatMap((task) => {
    const body = task.repeats === null ? undefined : byId.get(task.repeats)
    const found = body ? differs(task, body) : null
    return found ? [found] : []
  })
}

export const multipleLeads: FindFaults = ({ tasks }) =>
  tasks
    .filter((task) => task.lead.length > 1 && task.origin !== 'organisation')
    .map((task) => fault(task, words.findings.severalLeads(task.lead.length)))

const MANY = 6
/** Each duty by itself while they are few; where it is the manner of the plan, one word for all: lists have the rest. */
function eachOrAll(
  found: readonly DraftTask[],
  all: readonly DraftTask[],
  one: string,
  many: (n: number, all: number) => string,
): Fault[] {
  const [first] = found
  if (first && found.length > MANY) return [fault(first, many(found.length, all.length))]
  return found.map((task) => fault(task, one))
}

/** Duties under "Tổ chức thực hiện" hold as long as the plan does, and what the body said the annex need not repeat. */
const assigned = (tasks: readonly DraftTask[]): DraftTask[] =>
  tasks.filter((task) => task.origin !== 'organisation')

export const taskWithoutLead: FindFaults = ({ tasks }) =>
  eachOrAll(
    assigned(tasks).filter((task) => task.lead.length === 0),
    assigned(tasks),
    words.findings.noLead,
    words.findings.noLeadOf,
  )

export const taskWithoutDeadline: FindFaults = ({ tasks }) => {
  const repeated = new Set(tasks.filter(({ due }) => due.kind !== 'none').map((task) => task.repeats))
  return eachOrAll(
    assigned(tasks).filter(({ id, due }) => due.kind === 'none' && !repeated.has(id)),
    assigned(tasks),
    words.findings.noDue,
    words.findings.noDueOf,
  )
}

/** Summing up goes on into the first months after the period. */
const SUMMING_UP = '-03-31'
const OF_DAYS = new Set<Due['kind']>(['date', 'month', 'quarter'])

export const deadlineOutsidePeriod: FindFaults = ({ tasks, zones }) => {
  const { period, date } = zones.head
  if (!period) return []
  const { from, to } = period
  // What is due between the day of issue and the period prepares it.
  const isEarly = (due: Due): boolean =>
    from !== null && due.to !== null && Number(due.to.slice(0, 4)) < from && (date === null || due.to < date)
  const isLate = (due: Due): boolean => {
    const start = due.from ?? due.to
    if (to === null || start === null) return false
    return OF_DAYS.has(due.kind)
      ? start > `${to + 1}${SUMMING_UP}`
      : due.from !== null && Number(due.from.slice(0, 4)) > to
  }
  return tasks
    .filter(({ due }) => isEarly(due) || isLate(due))
    .map((task) => fault(task, words.findings.dueOutside(task.due.text)))
}

/** The first name that stands in both lists. */
function inBoth(leads: readonly string[], others: readonly string[]): string | undefined {
  const keys = new Set(leads.map(nameKey))
  return others.find((name) => keys.has(nameKey(name)))
}

/** The names of a labelled line below the item: "Cơ quan phối hợp: …". */
function namesBelow(node: Node, kind: FieldKind): { names: string[]; line: Node }[] {
  return node.children.flatMap((line) => {
    const field = fieldOf(textOf(line))
    if (field?.kind !== kind) return []
    return [{ names: splitAgencies(textOf(line).slice(field.length)), line }]
  })
}

/** Reading a duty drops the second mention: it is looked for in labelled lines, sentences and table rows as printed. */
export const leadAlsoCoordinating: FindFaults = ({ tasks, root }) => {
  const inLines = [...nodesOf(root)].flatMap((node) => {
    const leads = namesBelow(node, 'lead').flatMap(({ names }) => names)
    return namesBelow(node, 'coordinating').flatMap(({ names, line }) => {
      const twice = inBoth(leads, names)
      return twice === undefined
        ? []
        : [fault(quoteOf(line.paragraph, line.from, line.to), words.findings.leadCoordinates(twice))]
    })
  })
  const inTasks = tasks.flatMap((task) => {
    const twice = inBoth(task.lead, [...task.coordinating, ...findCoordinating(task.quote)])
    return twice === undefined ? [] : [fault(task, words.findings.leadCoordinates(twice))]
  })
  return [...inLines, ...inTasks]
}

export const indicatorWithoutUnit: FindFaults = ({ indicators }) =>
  indicators.flatMap((indicator) => {
    const bare = indicator.targets.find((target) => target.unit === '')
    return bare ? [fault(indicator, words.findings.noUnit(bare.value))] : []
  })
