// Findings as a list is shown: one group for each rule and severity, errors first, in the order of the catalogue.

import type { Finding } from './draft.ts'

export interface RuleGroup {
  rule: string
  severity: Finding['severity']
  findings: Finding[]
}

export function groupFindings(findings: readonly Finding[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const severity of ['error', 'minor'] as const)
    for (const one of findings) {
      if (one.severity !== severity) continue
      const key = `${severity} ${one.rule}`
      const group = groups.get(key) ?? { rule: one.rule, severity, findings: [] }
      group.findings.push(one)
      groups.set(key, group)
    }
  return [...groups.values()]
}
