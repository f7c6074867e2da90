// The document as read in, its faults out: data for the reviewer, never an error. The catalogue has one entry per rule.

import * as words from '../vocabulary/words.ts'
import type { Finding } from './draft.ts'
import { dissolvedAgency } from './finding-agency.ts'
import { impossibleDateOrder, inconsistentReference } from './finding-reference.ts'
import type { Everything, Fault, FindFaults } from './finding-rule.ts'
import {
  blankDate,
  blankNumber,
  brokenNumbering,
  duplicateHeading,
  missingAppendix,
} from './finding-structure.ts'
import {
  bodyAppendixMismatch,
  deadlineOutsidePeriod,
  indicatorWithoutUnit,
  leadAlsoCoordinating,
  multipleLeads,
  taskWithoutDeadline,
  taskWithoutLead,
} from './finding-task.ts'
import { duplicateParagraph, lostSeparator, truncatedSentence } from './finding-words.ts'
import { spelling } from './spelling.ts'

export type FindingName = keyof typeof words.findings.rules

export interface FindingRule {
  rule: FindingName
  severity: Finding['severity']
  find: FindFaults
  /** Reads letters and labels, which recognition of a picture gets wrong: doubtful on scanned lines. */
  ofLetters?: true
}

/** Every rule, in the order in which a reviewer wants to read it. What it is called and its cure: `words.findings.rules`. */
export const FINDING_RULES: readonly FindingRule[] = [
  { rule: 'blank-number', severity: 'error', find: blankNumber },
  { rule: 'blank-date', severity: 'error', find: blankDate },
  { rule: 'missing-appendix', severity: 'error', find: missingAppendix },
  { rule: 'body-appendix-mismatch', severity: 'error', find: bodyAppendixMismatch },
  { rule: 'dissolved-agency', severity: 'error', find: dissolvedAgency },
  { rule: 'lost-separator', severity: 'error', find: lostSeparator, ofLetters: true },
  { rule: 'impossible-date-order', severity: 'error', find: impossibleDateOrder },
  { rule: 'inconsistent-reference', severity: 'error', find: inconsistentReference },
  { rule: 'duplicate-heading', severity: 'error', find: duplicateHeading, ofLetters: true },
  { rule: 'broken-numbering', severity: 'error', find: brokenNumbering, ofLetters: true },
  { rule: 'truncated-sentence', severity: 'error', find: truncatedSentence, ofLetters: true },
  { rule: 'duplicate-paragraph', severity: 'error', find: duplicateParagraph },
  { rule: 'spelling', severity: 'error', find: spelling },
  { rule: 'task-without-lead', severity: 'minor', find: taskWithoutLead },
  { rule: 'multiple-leads', severity: 'minor', find: multipleLeads },
  { rule: 'lead-also-coordinating', severity: 'minor', find: leadAlsoCoordinating },
  { rule: 'task-without-deadline', severity: 'minor', find: taskWithoutDeadline },
  { rule: 'deadline-outside-period', severity: 'minor', find: deadlineOutsidePeriod },
  { rule: 'indicator-without-unit', severity: 'minor', find: indicatorWithoutUnit },
]

function doubtful({ spans }: Fault, scanned: ReadonlySet<number>): boolean {
  return scanned.size > 0 && spans.some((span) => scanned.has(span.line))
}

/** All faults, errors first; in each kind by rule as in the catalogue, and as they stand in the document. */
export function findFindings(read: Everything): Finding[] {
  const found = FINDING_RULES.flatMap(({ rule, severity, find, ofLetters }) =>
    find(read).map((each): Finding => {
      const doubt = ofLetters === true && doubtful(each, read.scanned)
      return {
        rule,
        severity: doubt ? 'minor' : (each.severity ?? severity),
        quote: each.quote,
        note: doubt ? words.findings.fromScan(each.note) : each.note,
        cure: words.findings.rules[rule].cure,
        spans: each.spans,
      }
    }),
  )
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'minor'),
  ]
}
