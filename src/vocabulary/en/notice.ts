import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const notice: typeof vi.notice = {
  fresh: (n) => count(n, 'new notice'),
  none: 'No new notice',
  seen: 'Seen',
  rest: (n) => `Show ${number.format(n)} more`,
  older: 'Notices seen before',
  onlyFresh: 'Only new ones',
  items: (n, plan) => `${count(n, 'duty', 'duties')}, ${plan}`,
  changed: (fields) => `Changed: ${fields}`,
  kinds: {
    corrected: 'Corrected',
    given: 'Given',
    withdrawn: 'No longer given',
    transferred: 'Passed on',
  },
}
