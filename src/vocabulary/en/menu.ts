import type * as vi from '../words.ts'

export const menu: typeof vi.menu = {
  dashboard: 'Overview',
  waiting: 'Where it is stuck',
  work: 'Work of the agency',
  difficulties: 'Difficulties',
  papers: 'For signature',
  plans: 'Plans',
  mentions: 'Mentions of me',
  agencies: 'Agencies',
  people: 'Stand-ins, handing over',
  daysOff: 'Days off',
  accounts: 'Accounts',
}
