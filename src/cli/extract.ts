// `extract FILE [--json]`: a file in, the draft plan on standard output: as JSON, or as a table to read.

import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import type { Line } from '../document/line.ts'
import { readDocument } from '../document/read-document.ts'
import type { DraftPlan, DraftTask, Span } from '../reading/draft.ts'
import { groupFindings, type RuleGroup } from '../reading/finding-group.ts'
import { readPlan } from '../reading/read-plan.ts'
import * as words from '../vocabulary/words.ts'

/** Standard output and standard error, a line (or lines) at a time. */
export interface Io {
  out(line: string): void
  err(line: string): void
}

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)

/** The scanned pages an item was recognised from; none when it was read from text. */
function scannedPages(spans: readonly Span[], lines: readonly Line[]): number[] {
  const pages = spans.flatMap(({ line }) => {
    const source = lines[line]
    return source?.scanned ? [source.page ?? 0] : []
  })
  return [...new Set(pages)].sort((a, b) => a - b)
}

function row(task: DraftTask, lines: readonly Line[]): string[] {
  const due = task.due.text || '–'
  const scanned = scannedPages(task.spans, lines)
  const cells = [
    task.confidence.sure ? ' ' : '?',
    cut(task.section || '–', 10),
    cut(task.quote.replace(/\s+/gu, ' '), 58),
    cut(task.lead.join('; ') || words.cli.noLead, 30),
    cut(due, 22),
    ...(scanned.length > 0 ? [words.cli.scanned(scanned.join(', '))] : []),
  ]
  return [cells.join('  ').trimEnd()]
}

/** Everything read that a person should look at twice; only duties have a line of the table. */
const unsureIn = ({ tasks, indicators, reporting, references, outline }: DraftPlan): number =>
  [...tasks, ...indicators, ...reporting, ...references, ...outline].filter(
    ({ confidence }) => !confidence.sure,
  ).length

/** Of what is only worth a look so many are printed; --json has all. */
const MINOR_SHOWN = 3

function faultsOf({ severity, findings }: RuleGroup): string[] {
  const shown = severity === 'error' ? findings : findings.slice(0, MINOR_SHOWN)
  const left = findings.length - shown.length
  return [
    `[${words.planPages.severities[severity]}] ${words.findings.cure} ${findings[0]?.cure}`,
    ...shown.map(({ note, quote }) => `  - ${note}: “${cut(quote, 80).trimEnd()}”`),
    ...(left > 0 ? [`  - ${words.findings.more(left)}`] : []),
  ]
}

/** The draft as a page of text. */
export function tableOf(plan: DraftPlan, source: readonly Line[] = []): string[] {
  const { document } = plan
  const lines = [
    `${document.number ?? words.cli.noNumber}  ${document.issuer}`,
    document.title,
    '',
    [' ', cut(words.cli.section, 10), cut(words.cli.task, 58), cut(words.cli.lead, 30), words.cli.due].join(
      '  ',
    ),
    ...plan.tasks.flatMap((task) => row(task, source)),
  ]
  if (plan.findings.length > 0) {
    lines.push('', words.cli.findings)
    lines.push(...groupFindings(plan.findings).flatMap(faultsOf))
  }
  lines.push(
    '',
    words.cli.counts({
      tasks: plan.tasks.length,
      indicators: plan.indicators.length,
      reporting: plan.reporting.length,
      references: plan.references.length,
      findings: plan.findings.length,
      unread: plan.unread.length,
      unsure: unsureIn(plan),
    }),
  )
  return lines
}

/** The draft with the pages named from which an item was recognised: it must be compared with the paper. */
function markedPlan(plan: DraftPlan, lines: readonly Line[]): DraftPlan {
  const mark = <T extends { spans: readonly Span[] }>(items: T[]): T[] =>
    items.map((item) => {
      const scanned = scannedPages(item.spans, lines)
      return scanned.length > 0 ? { ...item, scanned } : item
    })
  return {
    ...plan,
    references: mark(plan.references),
    outline: mark(plan.outline),
    indicators: mark(plan.indicators),
    tasks: mark(plan.tasks),
    reporting: mark(plan.reporting),
    findings: mark(plan.findings),
  }
}

/** Returns the exit code; a document that is refused is the caller's to report. */
export async function extract(args: string[], io: Io): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const [file] = files
  if (
    file === undefined ||
    files.length > 1 ||
    args.some((arg) => arg.startsWith('--') && arg !== '--json')
  ) {
    io.err(words.cli.extractUsage)
    return 1
  }
  let bytes: Uint8Array
  try {
    // A film of some gigabytes is not even looked at.
    if (statSync(file).size > MOST_BYTES)
      throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof Refusal) throw error
    io.err(words.cli.noFile(file))
    return 1
  }
  const source = await readDocument(bytes, basename(file), (done, of) => {
    if (done < of) io.err(words.cli.recognising(done + 1, of))
  })
  const plan = readPlan(source)
  if (args.includes('--json'))
    io.out(JSON.stringify({ ...markedPlan(plan, source.lines), notices: source.notices }, null, 2))
  else for (const line of [...tableOf(plan, source.lines), ...source.notices]) io.out(line)
  return 0
}
