import type * as vi from '../words.ts'
import { count } from './format.ts'

export const planExport: typeof vi.planExport = {
  menu: 'Export',
  forms: {
    docx: 'Word (.docx), official form',
    xlsx: "Excel (.xlsx), in the columns of the plan's annex",
    json: 'Data (.json)',
  },
  draft: 'This document is not published yet, so it cannot be exported. Please review and publish it first.',
  sheetTitle: 'List of duties',
  sheet: 'Duties',
  asOf: (day) => `(As published and corrected until ${day})`,
  count: (n) => `In all: ${count(n, 'duty', 'duties')}.`,
  labels: {
    lead: 'Lead agency',
    coordinating: 'Coordinating agencies',
    deliverable: 'Product',
    due: 'Due',
  },
  additions: 'Duties added later',
  added: (document, day) => `By ${document}${day ? ` of ${day}` : ''}:`,
}
