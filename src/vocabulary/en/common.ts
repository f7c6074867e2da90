import type * as vi from '../words.ts'

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
}
