import type * as vi from '../words.ts'
import { number } from './format.ts'

export const savedFilter: typeof vi.savedFilter = {
  title: 'Saved filters',
  here: (name) => `Filter: ${name}`,
  none: 'No filter is saved yet. Filter the list as you need it and save it for next time.',
  isStart: '(opens first)',
  save: 'Save this filter…',
  manage: 'Rename, delete, choose what opens first…',
  saveTitle: 'Save this filter',
  manageTitle: 'Saved filters',
  name: 'Name of the filter',
  nameHint: 'For example: Overdue in my unit. To pass it on, send the address of the page.',
  nameForm: 'The name of a filter has 1 to 80 characters.',
  rename: 'Rename',
  delete: (name) => `Delete filter ${name}`,
  start: 'Open first after signing in',
  startHint: 'One filter at most opens first. Without one the usual page does.',
  tooMany: (most) => `A person can save at most ${number.format(most)} filters. Delete one and save again.`,
  taken: (name) => `You have a filter named "${name}" already. Choose another name or delete the old one.`,
}
