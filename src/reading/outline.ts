// Paragraphs of the body in, the tree of its items and the outline of its headings out.

import { opensWithVerb } from '../vocabulary/duty-verb.ts'
import { type FieldKind, fieldOf } from '../vocabulary/field-label.ts'
import { zoneOf } from '../vocabulary/section-title.ts'
import { agenciesOnly, endingColon, findBearer } from './agency-list.ts'
import type { Heading, Unjudged } from './draft.ts'
import { type Label, RANK, readLabel } from './label.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

export interface Node {
  paragraph: Paragraph
  label: Label | null
  /** The item's words: from here to `to` of the paragraph. */
  from: number
  to: number
  rank: number
  parent: Node | null
  children: Node[]
  heading: boolean
  /** The label of a line that says something about a duty ("Đơn vị chủ trì: …"), else null. */
  field: { kind: FieldKind; length: number } | null
  /** The formula that ends the plan. */
  closing: boolean
  /** End of a run-in title ("Mục tiêu chung: …"), else null. */
  titleEnd: number | null
}

export const textOf = (node: Node): string => node.paragraph.text.slice(node.from, node.to)

const CLOSING =
  /^(?:trong quá trình|(?:ủy ban|uỷ ban|ubnd)[^.]{0,60} (?:yêu cầu|đề nghị)|yêu cầu|đề nghị|căn cứ (?:vào )?(?:nội dung )?(?:kế hoạch|chương trình)(?: này)?\s*,)/iu

/** The last words of a plan: "… triển khai thực hiện./." */
function isClosing(text: string, last: boolean): boolean {
  const trimmed = text.trim()
  return /\.\s*\/\s*\.?$/u.test(trimmed) || /^trên đây là/iu.test(trimmed) || (last && CLOSING.test(trimmed))
}

const ENDED = /[.;!?…]["”’)\]]*\s*$/u
const COLON = /:\s*$/u
const SUCCESSOR = 'abcdđeghiklmnopqrstuvxy'

/** "… của tỉnh. d) Nâng cao …": the next letter glued to the end of an item. */
export function gluedItem(text: string, letter: string): number {
  const next = SUCCESSOR[SUCCESSOR.indexOf(letter) + 1]
  if (letter.length !== 1 || !next || next === 'b') return -1
  const match = new RegExp(`[.;]\\s+(?=${letter === 'd' ? '[đe]' : next}\\)\\s+\\p{Lu})`, 'u').exec(text)
  return match ? match.index + match[0].length : -1
}

function nodesOf(paragraph: Paragraph): Node[] {
  const make = (from: number, to: number): Node => {
    const label = readLabel(paragraph.text.slice(from, to))
    return {
      paragraph,
      label,
      from: from + (label?.length ?? 0),
      to,
      rank: label?.rank ?? 9,
      parent: null,
      children: [],
      heading: false,
      field: null,
      titleEnd: null,
      closing: false,
    }
  }
  const nodes: Node[] = []
  let from = 0
  for (;;) {
    const node = make(from, paragraph.text.length)
    const cut =
      node.label?.kind === 'letter' ? gluedItem(paragraph.text.slice(node.from), node.label.text) : -1
    if (cut < 0) return [...nodes, node]
    nodes.push(make(from, node.from + cut))
    from = node.from + cut
  }
}

/** The root is no item: its children are the parts. */
/** `captions`: paragraphs with a table straight below, of which a short numbered one is its title. */
export function buildTree(
  paragraphs: readonly Paragraph[],
  captions: ReadonlySet<Paragraph> = new Set(),
): Node {
  const first = paragraphs[0]
  const root: Node = {
    paragraph: first ?? { text: '', segments: [], lines: [], bold: false, align: undefined, gap: false },
    label: null,
    from: 0,
    to: 0,
    rank: -1,
    parent: null,
    children: [],
    heading: true,
    field: null,
    titleEnd: null,
    closing: false,
  }
  const final = new Set(paragraphs.slice(-2))
  const stack: Node[] = [root]
  const top = (): Node => stack.at(-1) ?? root
  for (const node of paragraphs.flatMap(nodesOf)) {
    const text = textOf(node)
    if (node.paragraph.begins && node.from === (node.label?.length ?? 0)) stack.length = 1
    const open = top()
    // "PHẦN THỨ NHẤT⏎ĐÁNH GIÁ TÌNH HÌNH": the title stands below its label.
    if (
      !node.label &&
      open.label?.kind === 'capital' &&
      open.children.length === 0 &&
      textOf(open).trim() === ''
    ) {
      Object.assign(open, { paragraph: node.paragraph, from: node.from, to: node.to })
      continue
    }
    node.closing = !node.label && isClosing(text, final.has(node.paragraph))
    if (node.label) {
      while (stack.length > 1 && top().rank >= node.rank) stack.pop()
    } else if (node.closing) while (stack.length > 1 && top().rank > 1) stack.pop()
    else if (fieldOf(text)) while (stack.length > 1 && top().rank >= 9) stack.pop()
    else {
      // A plain paragraph belongs to what introduces it; a finished dash introduces nothing.
      while (stack.length > 1) {
        const last = top()
        const finished = ENDED.test(textOf(last))
        if (last.rank >= 9 || (last.rank >= 6 && last.label && finished)) stack.pop()
        else if (!last.label && COLON.test(text)) stack.pop()
        else break
      }
      if (COLON.test(text)) node.rank = Math.max(4.5, top().rank + 0.25)
    }
    node.parent = top()
    top().children.push(node)
    stack.push(node)
  }
  markFields(root)
  markHeadings(root, captions)
  return root
}

/** "Bảng 2. Thông số kỹ thuật": words about a table, no item. */
export const CAPTION = /^\s*(?:bảng|biểu|hình|sơ đồ|biểu đồ)\s+(?:số\s+)?\d{1,2}(?:\.\d{1,2})?\s*[.:]/iu

const RUN_IN = /^([^:.]{3,200}):\s+(?=\S)/u
const NO_TITLE = /(?:như|gồm|sau|là|rằng|cụ thể|trong đó|đó)\s*$/iu

function isHeading(node: Node): boolean {
  const { label } = node
  const text = textOf(node).trim()
  if (!label) return false
  if (label.kind === 'appendix' || label.kind === 'roman' || label.kind === 'capital') return true
  if (label.kind !== 'number' && label.kind !== 'letter' && label.kind !== 'article') return false
  if (node.field) return false
  const runIn = endingColon(text.slice(0, 420)) === text.indexOf(':') ? RUN_IN.exec(text) : null
  if (runIn?.[1] && runIn[1].split(/\s+/u).length <= 14 && !NO_TITLE.test(runIn[1])) {
    if (label.kind === 'number' && zoneOf(runIn[1])) {
      node.titleEnd = node.from + runIn[1].length
      return true
    }
  }
  if (label.kind === 'number' && runIn?.[1] && runIn[1].length < 200 && agenciesOnly(runIn[1])) {
    node.titleEnd = node.from + runIn[1].length
    return true
  }
  const below = node.children.filter((child) => !child.closing && !CAPTION.test(textOf(child)))
  // "Điều 2. Giải thích từ ngữ": a title; "Điều 2. Sở X có trách nhiệm …" is the rule itself.
  if (label.kind === 'article')
    return below.length > 0 && !/[.;:,!?…]\s*$/u.test(text) && text.length < 200 && findBearer(text) === null
  if (below.length === 0) return false
  if (label.kind === 'letter')
    return !ENDED.test(text) && text.length < 160 && below.some((child) => !child.field)
  if (COLON.test(text)) {
    // "2. Văn bản gồm:" within an article is a rule; "2. Sở X có trách nhiệm:" names an assignment.
    if (node.parent?.label?.kind === 'article')
      return agenciesOnly(text) !== null || findBearer(text) !== null
    if (text.length < 160 || agenciesOnly(text)) return true
    return findBearer(text) !== null && text.length < 400
  }
  if (!ENDED.test(text)) return true
  const labelled = below.some((child) => child.label)
  if (label.kind === 'number' && below.some((child) => child.label?.kind === 'number')) return true
  const fields = below.some((child) => child.field)
  if (fields) return true
  if (agenciesOnly(text)) return true
  const bearer = findBearer(text)
  if (bearer && (bearer.from === 0 || bearer.place === 'order')) return false
  return text.length < (labelled ? 160 : 320) && !/[.;]\s/u.test(text)
}

/** Whether names or words stand behind the label, on its line or below. */
function says(node: Node | undefined): boolean {
  const field = node && fieldOf(textOf(node))
  if (!node || !field) return false
  if (textOf(node).slice(field.length).trim() !== '') return true
  const names = (each: Node): boolean => fieldOf(textOf(each)) !== null || agenciesOnly(textOf(each)) !== null
  return field.kind !== 'content' && node.children.length > 0 && node.children.every(names)
}

/** "4. Tổ chức thực hiện:" with duties below is a title; "- Đơn vị chủ trì:" with names below is a label. */
function isTitle(node: Node, before: Node | undefined, after: Node | undefined): boolean {
  const { label, field } = node
  if (label?.kind === 'roman' || label?.kind === 'capital' || label?.kind === 'article') return true
  if (!field || !label || label.rank >= RANK.dash || node.children.length === 0) return false
  if (textOf(node).slice(field.length).trim() !== '') return false
  return field.kind === 'lead' ? !says(node) : label.kind === 'number' && !says(before) && !says(after)
}

function markFields(node: Node): void {
  for (const child of node.children) {
    child.field = fieldOf(textOf(child))
    markFields(child)
  }
  node.children.forEach((child, i) => {
    if (child.field && isTitle(child, node.children[i - 1], node.children[i + 1])) child.field = null
  })
}

/** "3. Lịch công việc theo tháng" over a table. */
function isTableTitle(node: Node): boolean {
  const text = textOf(node).trim()
  return (
    node.label?.kind === 'number' &&
    text.length < 160 &&
    (COLON.test(text) || !ENDED.test(text)) &&
    !/[.;]\s/u.test(text) &&
    !NO_TITLE.test(text.replace(/:$/u, '')) &&
    !opensWithVerb(text) &&
    findBearer(text) === null
  )
}

function markHeadings(node: Node, captions: ReadonlySet<Paragraph>): void {
  for (const child of node.children) {
    child.heading = isHeading(child) || (captions.has(child.paragraph) && isTableTitle(child))
    markHeadings(child, captions)
  }
}

/** "II" + "2" + "2.5" → "II.2.5": a number contained in the next label is not repeated. */
export function sectionOf(labels: readonly string[]): string {
  const kept: string[] = []
  for (const label of labels) {
    const last = kept.at(-1)
    if (last !== undefined && /^\d/u.test(last) && label.startsWith(`${last}.`)) kept.pop()
    kept.push(label)
  }
  return kept.join('.')
}

/** Labels of the node and all above that count: dashes and labelled fields do not. */
export function labelsOf(node: Node): string[] {
  const labels: string[] = []
  for (let at: Node | null = node; at; at = at.parent) {
    const { label } = at
    if (!label || label.kind === 'dash' || label.kind === 'plus' || label.kind === 'paren') continue
    if (at.field) continue
    labels.unshift(label.text)
  }
  return labels
}

export const titleOf = (node: Node): string =>
  node.paragraph.text
    .slice(node.from, node.titleEnd ?? node.to)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.:;,]+$/u, '')
    .trim()

export function outlineOf(root: Node): Unjudged<Heading>[] {
  const headings: Unjudged<Heading>[] = []
  const visit = (node: Node, level: number): void => {
    for (const child of node.children) {
      if (child.heading && child.label) {
        const runIn = child.label.kind === 'roman' ? RUN_IN.exec(textOf(child)) : null
        if (runIn?.[1] && child.titleEnd === null) child.titleEnd = child.from + runIn[1].length
        headings.push({
          label: child.label.text,
          title: titleOf(child),
          level: level + 1,
          section: sectionOf(labelsOf(child)),
          spans: quoteOf(child.paragraph, 0, child.titleEnd ?? child.to).spans,
        })
        visit(child, level + 1)
      } else visit(child, level)
    }
  }
  visit(root, 0)
  return headings
}
