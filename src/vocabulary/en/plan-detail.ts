import type * as vi from '../words.ts'
import { number } from './format.ts'

export const planDetail: typeof vi.planDetail = {
  tabs: {
    items: 'Duties',
    documents: 'Documents',
    corrections: 'Corrections',
    indicators: 'Indicators',
    reporting: 'Reports',
    references: 'References',
    findings: 'Findings',
    source: 'Full text',
  },
  document: 'Document',
  filter: 'Filter duties',
  filters: {
    all: 'All',
    open: 'Not done',
    overdue: 'With overdue work',
    waiting: 'Waiting for an event',
    done: 'Done',
    closed: 'Closed',
    untracked: 'Not tracked',
  },
  section: 'Section',
  allSections: 'All sections',
  search: 'Search words and agencies',
  nothing: 'The plan has no duty yet. Add some under "Documents".',
  nothingFound: 'No such duty. Loosen the filter.',
  itemsDone: (done, all) => `${number.format(done)}/${number.format(all)} duties (nhiệm vụ) done`,
  overdue: (n, all) => `${number.format(n)}/${number.format(all)} assignments (lượt giao) overdue`,
  corrected: (n) => `Corrected ${n === 1 ? 'once' : `${number.format(n)} times`}`,
  correctOf: (n) => `Correct duty no. ${number.format(n)}`,
  peopleHint: 'For every duty of the plan that has nobody of its own.',
}
