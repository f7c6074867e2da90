// Duties in, the duties to report that they hold out: who reports to whom, how often, by when.

import { AGENCY_START } from '../vocabulary/bearer.ts'
import { splitAgencies } from './agency-list.ts'
import type { DraftTask, Frequency, ReportingDuty, Span } from './draft.ts'

void AGENCY_START
void splitAgencies

export function readReporting(tasks: readonly DraftTask[]): ReportingDuty[] {
  void tasks
  const none: ReportingDuty[] = []
  const frequency: Frequency = 'periodic'
  const spans: Span[] = []
  void frequency
  void spans
  return none
}
