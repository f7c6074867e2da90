// The tree of the body in, its duties out: one printed item is one duty, split only where the bearer changes.

import { nameKey } from '../base/text.ts'
import { opensWithVerb } from '../vocabulary/duty-verb.ts'
import { type FieldKind, fieldsOf, innerFieldsOf, type LabelledPart } from '../vocabulary/field-label.ts'
import { type Zone, zoneOf } from '../vocabulary/section-title.ts'
import {
  agenciesOnly,
  type BearerText,
  bearerAt,
  findBearer,
  findCoordinating,
  hasVerb,
  splitAgencies,
} from './agency-list.ts'
import { findDeliverables, splitDeliverables } from './deliverable.ts'
import type { DraftTask, Due, Origin, RuleName } from './draft.ts'
import { dueOfChapeau, duePeriod, findDue, NO_TIME, type PlanTime, readDue } from './due.ts'
import {
  bearerInBrackets,
  bearerOfHeading,
  hasOrder,
  orderedBearer,
  readLeadField,
  splitByBearer,
} from './item-bearer.ts'
import { RANK } from './label.ts'
import { CAPTION, labelsOf, type Node, sectionOf, textOf, titleOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

/** What an item takes from the lines above it. */
interface Context {
  zone: Zone
  origin: Origin
  lead: string[]
  coordinating: string[]
  due: Due | null
  /** "Phối hợp:" stands above: whom an item names works with the lead and does not lead. */
  partners?: boolean
  /** Inside an article: what names nobody is a rule and no duty. */
  legal: boolean
}

/** What the labelled lines of an item say. */
interface Fields {
  lead: string[] | null
  coordinating: string[]
  due: Due | null
  deliverables: string[] | null
}

/** What is known of a duty before the draft is put together. */
export interface TaskDraft extends Omit<DraftTask, 'id' | 'repeats' | 'confidence'> {
  rule: RuleName
  /** An unnumbered paragraph that stands before numbered ones: it may only introduce them. */
  introduces: boolean
  /** A printed item was cut here because the bearer changes. */
  split: boolean
}

const noFields = (): Fields => ({ lead: null, coordinating: [], due: null, deliverables: null })
/** Names once each, as first printed: "các Sở, ngành" is "các sở, ngành", "có liên quan" is "liên quan". */
function unique(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names) {
    const key = nameKey(name).replaceAll('có liên quan', 'liên quan')
    if (!found.has(key)) found.set(key, name)
  }
  return [...found.values()]
}

const PURE_CHAPEAU =
  /^(?:\s*(?:chủ trì|phối hợp|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|tập trung|tổ chức|triển khai|thực hiện|chủ động|căn cứ[^:;.]{0,140}|theo chức năng[^:;.]{0,80}|các|những|nhiệm vụ|giải pháp|nội dung|công việc|chủ yếu|trọng tâm|cụ thể|sau|đây|sau đây|như|tốt|và|,|hướng dẫn [^:;.]{0,120})(?:\s|,|:|$))+/iu

/** "Sở X chủ trì, phối hợp với …:" introduces duties and is none itself. */
function isPureChapeau(rest: string): boolean {
  const withoutPartners = rest.replace(/phối hợp(?:\s+\p{L}+){0,3}?\s+với\s[^:]*/iu, 'phối hợp ')
  const match = PURE_CHAPEAU.exec(`${withoutPartners.replace(/:\s*$/u, '')} `)
  return (
    rest.trim() === ':' || (!!match && match[0].length >= withoutPartners.replace(/:\s*$/u, '').trim().length)
  )
}

const ONLY_PARTNERS = /^\s*(?:chủ trì,?\s+)?phối hợp(?:\s+với)?\s*:?\s*$/iu
const under = (context: Context, bearer: { lead: string[]; coordinating: string[] } | null): Context =>
  bearer ? { ...context, ...bearer, lead: bearer.lead.length > 0 ? bearer.lead : context.lead } : context

const SMALL_TALK =
  /^(?:trên đây là|kèm theo|\(|ghi chú|lưu ý|(?:kế hoạch|chương trình(?: hành động)?|quyết định|chỉ thị|nghị quyết|nghị định|thông tư|kết luận|quy chế|quy định|hướng dẫn)(?: số [^\s]{3,40})? (?:này )?(?:thay thế|có hiệu lực|hết hiệu lực|được|phổ biến|quy định|áp dụng)|[^.;:]{0,160}(?<!\p{L})thông báo (?:để|đến|tới) [^.;:]{0,120}(?:biết|thực hiện)[\s./]*$|(?:các )?(?:nhiệm vụ|nội dung|chi tiết|danh mục)[^.;]{0,120} được (?:nêu|thể hiện|quy định|phân công) (?:cụ thể )?tại)/iu
/** A statement about things, not a duty: "Dữ liệu là …". */
const STATEMENT =
  /^(?:\p{L}+[\s,]+){1,9}?là (?:một |những |các )?(?:yếu tố|nền tảng|động lực|điều kiện|nhiệm vụ|trụ cột|quá trình|cam kết|lực đẩy|định hướng|xu thế|yêu cầu|cơ sở|khâu|then chốt|cơ hội|giải pháp|chìa khóa|nguồn lực|mục tiêu)/iu
/** "Phát triển văn hóa số là đòn bẩy …": what begins like a duty and still only says what something is. */
const IS_KEY =
  /^(?:[\p{L}-]+[\s,;]+){2,16}?là (?:một |những |các )?(?:yếu tố|động lực|điều kiện tiên quyết|trụ cột|lực đẩy|đòn bẩy|quá trình|chìa khóa|xu thế|khâu then chốt)/iu
/** What a meeting found or agreed to: no duty yet. */
const AGREED =
  /^(?:[\p{L},:]+\s+){0,8}(?:thống nhất|đồng ý|nhất trí|ghi nhận|biểu dương|đánh giá cao)(?: (?:đánh giá|với|về|chủ trương|nhận định|kết quả|những))/iu
/** Sentences of the closing formula that only say what the paper was. */
function closingFrom(text: string): number {
  const match = /^\s*trên đây là[^.;]*(?:[.;](?!\s*\/)\s*|\.\s*\/\s*\.?\s*$)/iu.exec(text)
  return match ? match[0].length : 0
}

/** Quantities and "name: value" lines that call for nothing: "02 vị trí tại …", "Gian trưng bày: rộng 06 m2". */
function isDescription(text: string, context: Context, fields: Fields): boolean {
  if (context.lead.length > 0 || fields.lead !== null || fields.due !== null || context.legal) return false
  if (/^\s*\d{1,4}\s+\p{Ll}/u.test(text)) return true
  const colon = text.indexOf(':')
  if (colon < 3 || colon > 60 || opensWithVerb(text)) return false
  const value = text.slice(colon + 1)
  return value.trim() !== '' && !opensWithVerb(value) && !hasVerb(value) && findDue(text).kind === 'none'
}

/** "Tập huấn cho các thôn. Thời gian: tháng 3. Chủ trì: Sở X": what the item's own words say under labels. */
function withOwn(fields: Fields, text: string, time: PlanTime): Fields {
  const parts = innerFieldsOf(text)
  if (parts.length === 0) return fields
  const wordsOf = (kind: FieldKind): string[] =>
    parts.filter((part) => part.kind === kind).map((part) => text.slice(part.from, part.to))
  const lead = wordsOf('lead').flatMap(splitAgencies)
  const due = wordsOf('due')[0]
  const products = wordsOf('deliverable')
  return {
    lead: fields.lead ?? (lead.length > 0 ? lead : null),
    coordinating: unique([...fields.coordinating, ...wordsOf('coordinating').flatMap(splitAgencies)]),
    due: fields.due ?? (due === undefined ? null : readDue(due, time)),
    deliverables: fields.deliverables ?? (products[0] === undefined ? null : splitDeliverables(products[0])),
  }
}

function ruleOf(fields: Fields, aside: string[] | null, said: BearerText | null, context: Context): RuleName {
  if (fields.lead !== null) return 'line'
  if (aside) return 'brackets'
  if (said) return said.place === 'front' ? 'named' : said.place === 'order' ? 'ordered' : 'opening'
  return context.lead.length > 0 ? 'above' : 'unnamed'
}

export class TaskReader {
  readonly tasks: TaskDraft[] = []
  /** What was read without becoming a duty itself: labelled lines, chapeaux, closing words. */
  readonly used: Paragraph[] = []
  readonly #time: PlanTime

  constructor(time: PlanTime = NO_TIME) {
    this.#time = time
  }

  read(root: Node): TaskDraft[] {
    this.#children(root, {
      zone: 'task',
      origin: 'body',
      lead: [],
      coordinating: [],
      due: null,
      legal: false,
    })
    return this.tasks
  }

  #push(node: Node, from: number, to: number, context: Context, around: Fields): void {
    const whole = node.paragraph.text.slice(from, to)
    const fields = withOwn(around, whole, this.#time)
    for (const piece of fields.lead === null ? splitByBearer(whole) : [{ from: 0, to: whole.length }]) {
      const { quote, spans } = quoteOf(node.paragraph, from + piece.from, from + piece.to)
      if (!/\p{L}{2}/u.test(quote)) continue
      const text = node.paragraph.text.slice(from + piece.from, from + piece.to)
      const bearer = findBearer(text) ?? orderedBearer(text)
      const aside = fields.lead === null ? bearerInBrackets(text) : null
      if (whole.length > text.length && !bearer && AGREED.test(text.trim())) continue
      if (context.zone === 'task' && !bearer && isDescription(text, context, fields)) continue
      if (context.legal && !bearer && context.lead.length === 0 && fields.lead === null) continue
      if (context.zone === 'funding' && !bearer && context.lead.length === 0 && fields.lead === null) continue
      const partners = findCoordinating(text)
      // Behind "Trên cơ sở …" a name is easily taken for the bearer: what the heading says is surer.
      const helps = context.partners === true && bearer?.place === 'front' && context.lead.length > 0
      const said = (bearer?.place === 'opening' && context.lead.length > 0) || helps ? null : bearer
      const own = said !== null && fields.lead === null
      const lead = fields.lead ?? aside ?? said?.agencies ?? context.lead
      const due = fields.due ?? findDue(text, this.#time, context.due)
      this.tasks.push({
        quote,
        spans,
        origin: context.origin,
        section: sectionOf(labelsOf(node)),
        lead,
        coordinating: unique([
          ...fields.coordinating,
          ...(own ? [] : context.coordinating),
          ...(helps ? bearer.agencies : []),
          ...partners,
        ]).filter((name) => !lead.includes(name)),
        deliverables: fields.deliverables ?? findDeliverables(text),
        due,
        rule: ruleOf(fields, aside, said, context),
        introduces: this.#introductions.has(node),
        split: text.length < whole.length,
      })
    }
  }

  /** Labelled lines among the children, and what they say. Lines under an empty label ("b) Cơ quan thực hiện:") count. */
  #fields(children: readonly Node[], fields: Fields): void {
    for (const child of children) {
      const parts = fieldsOf(textOf(child))
      if (parts.length > 0) this.used.push(child.paragraph)
      for (const part of parts) this.#field(child, part, fields)
    }
  }

  #field(child: Node, { kind, from, to }: LabelledPart, fields: Fields): void {
    const value = textOf(child).slice(from, to)
    if (kind === 'lead' && value.trim() === '' && child.children.length > 0) {
      if (child.children.some((each) => each.field)) this.#fields(child.children, fields)
      else fields.lead = unique(child.children.flatMap((each) => splitAgencies(textOf(each))))
    } else if (kind === 'lead') {
      const { names, duties } = readLeadField(value)
      fields.lead = unique([...(fields.lead ?? []), ...names])
      for (const duty of duties) {
        const bearer = bearerAt(value.slice(duty.from), value.slice(duty.from).search(/\S/u))
        const at = child.from + from
        this.#later.push({ child, from: at + duty.from, to: at + duty.to, lead: bearer?.agencies ?? [] })
      }
    } else if (kind === 'coordinating') fields.coordinating.push(...splitAgencies(value))
    else if (kind === 'due') fields.due = readDue(value, this.#time)
    else if (kind === 'deliverable')
      fields.deliverables = splitDeliverables(value.trim() || child.children.map(textOf).join('; '))
  }

  readonly #later: { child: Node; from: number; to: number; lead: string[] }[] = []

  /** Unnumbered paragraphs with numbered ones after them. */
  readonly #introductions = new Set<Node>()

  #children(node: Node, outer: Context): void {
    let context = outer
    let numbered = false
    for (const child of node.children.toReversed()) {
      if (child.label || child.children.some((each) => each.label)) numbered = true
      else if (numbered && !child.closing) this.#introductions.add(child)
    }
    for (const group of groupsOf(node.children)) {
      const fields = noFields()
      this.#fields(group.fields, fields)
      for (const child of group.items) {
        const chapeau = this.#visit(child, context, fields)
        if (chapeau) context = { ...context, ...chapeau }
      }
      this.#dutiesOfLeadLines(context, fields)
    }
  }

  #dutiesOfLeadLines(context: Context, fields: Fields): void {
    for (const { child, from, to, lead } of this.#later.splice(0))
      this.#push(child, from, to, context, { ...fields, lead, coordinating: [], deliverables: null })
  }

  /** Returns the bearer for all that follows when the item is a chapeau of its part. */
  #visit(node: Node, context: Context, inherited: Fields): Pick<Context, 'lead' | 'coordinating'> | null {
    const text = textOf(node)
    const { field } = node
    if (field?.kind === 'content') {
      this.used.push(node.paragraph)
      // "a) Nhiệm vụ: …": the words after the label, or the items below it, are the duties.
      if (text.slice(field.length).trim() !== '' && context.zone !== 'aim')
        this.#push(node, node.from + field.length, node.to, context, inherited)
      for (const child of node.children) this.#visit(child, context, inherited)
      return null
    }
    const inner = this.#innerContext(node, context)
    if (inner.zone === 'aim') return null
    if (ONLY_PARTNERS.test(text) && node.children.length > 0) {
      this.used.push(node.paragraph)
      this.#children(node, { ...inner, partners: true })
      return null
    }
    if (node.heading) {
      this.#heading(node, inner, inherited)
      return null
    }
    if (node.closing) {
      this.used.push(node.paragraph)
      const from = node.from + closingFrom(text)
      const rest = node.paragraph.text.slice(from, node.to)
      if (rest.trim() !== '' && !SMALL_TALK.test(rest.trim()) && context.zone !== 'funding') {
        const plain = findBearer(rest)
        if (plain || !/^trên đây/iu.test(text))
          this.#push(
            node,
            from,
            node.to,
            { ...context, lead: [], coordinating: [], due: null, origin: 'organisation' },
            noFields(),
          )
      }
      return null
    }
    if (/:\s*$/u.test(text)) return this.#chapeau(node, inner, inherited)
    if (SMALL_TALK.test(text.trim())) return null
    if (AGREED.test(text.trim()) && !hasOrder(text)) return null
    if (CAPTION.test(text)) return null
    // What stands before numbered items and tells nobody to do it by a time says where they lead, no more.
    if (
      this.#introductions.has(node) &&
      context.zone === 'task' &&
      context.lead.length === 0 &&
      !findBearer(text) &&
      !orderedBearer(text) &&
      node.children.length === 0 &&
      findDue(text).kind === 'none'
    )
      return null
    if (!node.label && !findBearer(text)) {
      if (IS_KEY.test(text.trim()) || (STATEMENT.test(text.trim()) && !opensWithVerb(text))) return null
    }
    const own = groupsOf(node.children)
    const fields = own.length === 1 && own[0] && own[0].items.length === 0 ? noFields() : null
    if (fields && own[0]) this.#fields(own[0].fields, fields)
    this.#push(node, node.from, node.to, inner, fields ?? inherited)
    if (!fields) {
      const bearer = findBearer(text)
      this.#children(
        node,
        bearer?.place === 'front' ? { ...inner, lead: bearer.agencies, coordinating: [] } : inner,
      )
    }
    return null
  }

  #innerContext(node: Node, context: Context): Context {
    const article = node.label?.kind === 'article'
    if (!node.heading) return article ? { ...context, legal: true, lead: [], coordinating: [] } : context
    const title = titleOf(node)
    const named = zoneOf(title)
    if (article) {
      // Articles define, permit and forbid; duties are laid down where somebody is made responsible.
      const enforced = named === 'organisation' || context.zone === 'organisation'
      const zone = enforced ? 'organisation' : named === 'task' ? 'task' : 'aim'
      const origin = enforced ? 'organisation' : context.origin
      return { ...context, zone, origin, legal: zone !== 'task', lead: [], coordinating: [] }
    }
    const top = node.label?.kind === 'roman' || node.label?.kind === 'capital' || !node.parent?.label
    const part = node.parent?.label ? context.zone : 'task'
    const deeper = named === 'aim' || (named === 'funding' && context.zone === 'task' && top)
    const zone = top ? (named ?? part) : deeper ? named : context.zone
    return {
      ...context,
      zone,
      origin: zone === 'organisation' ? 'organisation' : top && named ? 'body' : context.origin,
      lead: top ? [] : context.lead,
      coordinating: top ? [] : context.coordinating,
      due:
        duePeriod(title) ??
        (/:\s*$/u.test(textOf(node)) ? dueOfChapeau(title, this.#time) : null) ??
        context.due,
      legal: context.legal && named !== 'task' && !top,
    }
  }

  #heading(node: Node, context: Context, inherited: Fields): void {
    const title = node.paragraph.text.slice(node.from, node.titleEnd ?? node.to)
    const bearer = bearerOfHeading(title, context.zone)
    const inner = under(context, bearer)
    if (node.titleEnd !== null && node.titleEnd < node.to) {
      const rest = node.paragraph.text.slice(node.titleEnd + 1, node.to)
      if (context.zone === 'organisation' || bearer) this.#push(node, node.from, node.to, inner, inherited)
      else if (context.zone === 'task' && rest.trim() !== '')
        this.#push(node, node.titleEnd + 1, node.to, inner, inherited)
      this.#children(node, inner)
      return
    }
    const groups = groupsOf(node.children)
    const fields = noFields()
    const only = groups.length === 1 && groups[0]?.items.length === 0 ? groups[0] : null
    if (only && node.label?.kind !== 'roman') {
      this.#fields(only.fields, fields)
      this.#push(node, node.from, node.to, inner, fields)
      this.#dutiesOfLeadLines(inner, fields)
      return
    }
    const before = this.tasks.length
    this.#children(node, inner)
    // "3. Trồng cây tại các nút giao:" with nothing but places below is itself the duty.
    const places = node.children.some((each) => each.label && !each.heading && !SMALL_TALK.test(textOf(each)))
    const small = node.label !== null && node.label.rank >= RANK.number
    if (this.tasks.length === before && places && small && context.zone === 'task' && opensWithVerb(title))
      this.#push(node, node.from, node.to, inner, noFields())
  }

  #chapeau(node: Node, context: Context, inherited: Fields): Pick<Context, 'lead' | 'coordinating'> | null {
    const text = textOf(node)
    const bearer = bearerOfHeading(text, context.zone)
    if (bearer) this.used.push(node.paragraph)
    const due = dueOfChapeau(text, this.#time) ?? context.due
    const inner = { ...under(context, bearer), due }
    const found = findBearer(text)
    const pure = !found || agenciesOnly(text) !== null || isPureChapeau(text.slice(found.to))
    const rank = node.label?.rank ?? 0
    // "- Lấy mẫu tại:" with a list of places below is one duty; with duties below it is their heading.
    if (
      rank >= 5 &&
      node.children.length > 0 &&
      !bearer &&
      opensWithVerb(text) &&
      !node.children.some((child) => opensWithVerb(textOf(child)))
    ) {
      this.#push(node, node.from, node.to, context, inherited)
      return null
    }
    if (!pure || (node.children.length === 0 && !bearer && !node.parent?.heading))
      this.#push(node, node.from, node.to, context, inherited)
    if (node.children.length > 0) {
      this.#children(node, inner)
      return null
    }
    return bearer && bearer.lead.length > 0 && pure ? bearer : null
  }
}

interface Group {
  items: Node[]
  fields: Node[]
}

/** Items with the labelled lines that belong to them: those after, or those before when a group begins with them. */
function groupsOf(children: readonly Node[]): Group[] {
  const groups: Group[] = []
  let group: Group = { items: [], fields: [] }
  const isField = ({ field }: Node): boolean => field !== null && field.kind !== 'content'
  const leads = children[0] !== undefined && isField(children[0]) && children.some((child) => !isField(child))
  for (const child of children) {
    const field = isField(child)
    const closes = leads ? field && group.items.length > 0 : !field && group.fields.length > 0
    if (closes) {
      groups.push(group)
      group = { items: [], fields: [] }
    }
    if (field) group.fields.push(child)
    else group.items.push(child)
  }
  if (group.items.length > 0 || group.fields.length > 0) groups.push(group)
  return groups
}
