import type * as vi from '../words.ts'
import { number } from './format.ts'

export const common: typeof vi.common = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  edit: 'Edit',
  search: 'Search',
  none: 'None',
  more: 'Show more',
  loading: 'Loading…',
  retry: 'Try again',
  failed: 'This could not be done',
  offline: 'The server cannot be reached. Please check your connection and try again.',
  diff: { out: 'removed', in: 'added' },
  clearDay: 'Clear the day',
  skipToContent: 'Skip to main content',
  menu: 'Menu',
  shortcuts: 'Keyboard shortcuts',
  language: 'Language',
  stateTabs: 'Filter by status',
  firstPage: 'Back to the first page',
  nextPage: 'Next page',
  clearFilter: 'Clear filters',
  filters: (n: number) => (n ? `Filters (${number.format(n)})` : 'Filters'),
}
