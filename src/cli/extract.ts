// `extract FILE [--json]`: a file in, the draft plan on standard output: as JSON, or as a table to read.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDocument } from '../document/read-document.ts'
import type { DraftPlan, DraftTask } from '../reading/draft.ts'
import { groupFindings, type RuleGroup } from '../reading/finding-group.ts'
import { readPlan } from '../reading/read-plan.ts'
import { words } from '../vocabulary/words.ts'

/** Standard output and standard error, a line (or lines) at a time. */
export interface Io {
  out(line: string): void
  err(line: string): void
}

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)

function row(task: DraftTask): string[] {
  const due = task.due.text || '–'
  const cells = [
    task.confidence.sure ? ' ' : '?',
    cut(task.section || '–', 10),
    cut(task.quote.replace(/\s+/gu, ' '), 58),
    cut(task.lead.join('; ') || words.cli.noLead, 30),
    cut(due, 22),
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
export function tableOf(plan: DraftPlan): string[] {
  const { document } = plan
  const lines = [
    `${document.number ?? words.cli.noNumber}  ${document.issuer}`,
    document.title,
    '',
    [' ', cut(words.cli.section, 10), cut(words.cli.task, 58), cut(words.cli.lead, 30), words.cli.due].join(
      '  ',
    ),
    ...plan.tasks.flatMap(row),
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
    bytes = readFileSync(file)
  } catch {
    io.err(words.cli.noFile(file))
    return 1
  }
  const source = await readDocument(bytes, basename(file))
  const plan = readPlan(source)
  if (args.includes('--json')) io.out(JSON.stringify({ ...plan, notices: source.notices }, null, 2))
  else for (const line of [...tableOf(plan), ...source.notices]) io.out(line)
  return 0
}
