import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

export const searchPage: typeof vi.searchPage = {
  title: 'Search',
  box: 'Search documents, duties, agencies (Ctrl+K)',
  boxHint: 'Search (Ctrl+K)',
  field: 'Number, title, words of a document, duty, agency, cooperative',
  start:
    'Type a number (147/KH-UBND), some words of a document or duty, or the name of an agency, with or without marks. What has the marks and the phrase as typed comes first.',
  nothing: (q) => `Nothing was found for "${q}". Try fewer words, or type them without marks.`,
  near: (q) => `Nothing reads exactly "${q}". Here is what comes near.`,
  groups: 'Groups of results',
  allKinds: 'All groups',
  kinds: {
    plan: 'Documents',
    item: 'Duties',
    difficulty: 'Difficulties',
    agency: 'Agencies',
    row: 'Rows of registers',
  },
  proposal: 'Proposal:',
  count: (kind, n, isMore) => `${kind} (${number.format(n)}${isMore ? '+' : ''})`,
  seeAll: (kind) => `More in ${kind}`,
  narrow: 'There are many more. Type more words to narrow it down.',
  draft: 'In review',
  furtherLines: (n) => `and ${number.format(n)} other ${n === 1 ? 'place' : 'places'} in this document`,
  openWork: 'Open the assigned work',
  assignments: (n) => `See ${number.format(n)} assignments`,
  notTracked: 'Not tracked',
  aliases: 'Also called:',
  formerNames: 'Formerly:',
  ended: (day) => `ended on ${printDay(day)}`,
}
