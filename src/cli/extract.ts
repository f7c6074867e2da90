// `extract FILE [--json]`: a file in, the draft plan on standard output: as JSON, or as a table to read.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '../base/refusal.ts'
import { readDocument } from '../document/read-document.ts'
import type { DraftPlan, DraftTask } from '../reading/draft.ts'
import { readPlan } from '../reading/read-plan.ts'

export interface Output {
  out(text: string): void
  err(text: string): void
}

const USAGE = 'Cách dùng: chutri extract TỆP [--json]'
const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)

function row(task: DraftTask): string[] {
  const due = task.due.text || '–'
  const cells = [
    cut(task.section || '–', 10),
    cut(task.quote.replace(/\s+/gu, ' '), 58),
    cut(task.lead.join('; ') || '(chưa rõ)', 30),
    cut(due, 22),
  ]
  return [cells.join('  ').trimEnd()]
}

/** The draft as a page of text. */
export function tableOf(plan: DraftPlan): string[] {
  const { document } = plan
  const lines = [
    `${document.number ?? '(không có số)'}  ${document.issuer}`,
    document.title,
    '',
    [cut('Mục', 10), cut('Nhiệm vụ', 58), cut('Chủ trì', 30), 'Thời hạn'].join('  '),
    ...plan.tasks.flatMap(row),
  ]
  if (plan.findings.length > 0) {
    lines.push('', 'Điểm cần xem lại:')
    for (const { note, quote } of plan.findings) lines.push(`- ${note}: “${cut(quote, 80).trimEnd()}”`)
  }
  lines.push(
    '',
    [
      `${plan.tasks.length} nhiệm vụ`,
      `${plan.indicators.length} chỉ tiêu`,
      `${plan.reporting.length} chế độ báo cáo`,
      `${plan.references.length} văn bản dẫn chiếu`,
      `${plan.findings.length} điểm cần xem lại`,
      `${plan.unread.length} dòng chưa đọc`,
    ].join(' · '),
  )
  return lines
}

/** Returns the exit code. */
export async function extract(args: string[], io: Output): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const [file] = files
  if (
    file === undefined ||
    files.length > 1 ||
    args.some((arg) => arg.startsWith('--') && arg !== '--json')
  ) {
    io.err(USAGE)
    return 1
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    io.err(`Không mở được tệp “${file}”; đề nghị kiểm tra lại đường dẫn.`)
    return 1
  }
  try {
    const source = readDocument(bytes, basename(file))
    const plan = readPlan(source)
    if (args.includes('--json')) io.out(JSON.stringify({ ...plan, notices: source.notices }, null, 2))
    else for (const line of [...tableOf(plan), ...source.notices]) io.out(line)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.err(error.message)
    return 1
  }
}
