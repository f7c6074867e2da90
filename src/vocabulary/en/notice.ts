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
  cooperatives: (n, warning) => `${count(n, 'cooperative')} to be told: ${warning}`,
  changed: (fields) => `Changed: ${fields}`,
  kinds: {
    corrected: 'Corrected',
    given: 'Given',
    withdrawn: 'No longer given',
    transferred: 'Passed on',
    'warning-sent': 'Market warning',
    'warning-withdrawn': 'Warning withdrawn',
    'petition-sent': 'Petition to answer',
    'petition-answered': 'Petition answered',
  },
}
