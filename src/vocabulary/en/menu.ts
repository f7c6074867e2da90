import type * as vi from '../words.ts'

export const menu: typeof vi.menu = {
  groups: {
    work: 'Work',
    plans: 'Plans',
    standing: 'The whole picture',
    registers: 'Registers',
    behind: 'Directories, settings',
  },
  dashboard: 'Overview',
  waiting: 'Where it is stuck',
  work: 'Work of the agency',
  difficulties: 'Difficulties',
  papers: 'For signature',
  morning: 'Today',
  urging: 'Urging',
  mail: 'Mail',
  jobs: 'Background jobs',
  plans: 'Plans',
  cooperatives: 'Collective economy',
  registers: 'All registers',
  ratings: 'Ratings',
  mentions: 'Mentions of me',
  agencies: 'Agencies',
  people: 'Stand-ins, handing over',
  daysOff: 'Days off',
  accounts: 'Accounts',
}
