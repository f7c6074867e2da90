import type * as vi from '../words.ts'

export const setup: typeof vi.setup = {
  sampleProvince: 'Sông Mơ Province',
  done: 'The province has already been set up. Please sign in.',
  provinceUnknown: 'Please choose a province or city from the list.',
  codeMissing:
    'Setting up from another machine needs the set-up code. It is shown where the Chủ Trì server was started.',
  codeWrong: 'The set-up code is not correct. Please look up the latest one where the server was started.',
  sampleAdminOnly:
    'The province has been set up, so only a system administrator can open the sample province.',
  sampleExists: 'The sample province is already there. Please choose one of its people to look around.',
  sampleMissing: 'The sample province has already been removed.',
  removeForbidden:
    'The sample province can be removed only on the server itself, or when signed in as its system administrator.',
  welcome:
    'Turns administrative plans into work that is followed to its end. Set up your province, or look around in a sample province first.',
  code: 'Set-up code',
  codeHint: 'You are on another machine. The code is shown where the Chủ Trì server was started.',
  realTitle: 'Set up a province',
  realExplain:
    'Choose the province or city and create the first administrator account. The directory of agencies is imported in the next step.',
  province: 'Province or city',
  provincePlaceholder: 'Type to search among 34 provinces and cities',
  adminName: 'Full name of the system administrator',
  loginHint: 'Small letters without diacritics, digits, full stops or hyphens.',
  password: 'Password',
  showPassword: 'Show password',
  setUp: 'Set up',
  sampleTitle: 'Sample province',
  sampleExplain:
    'Sông Mơ Province does not exist: over 60 agencies, over 40 officials, two published plans and a year of their progress. It can be removed at any time and does not touch the real province.',
  openSample: 'Look around the sample',
  opening:
    'Building the sample province: directory of agencies, two plans, their progress. This usually takes less than a minute.',
  orSample: 'or look around the sample province',
  peopleExplain: 'Choose one of the people of the sample province to enter at once, without a password.',
  roleExplain: {
    admin: 'Keeps the directory of agencies and the accounts',
    leader: 'Sees the overview, what is stuck and what is late',
    focal: 'Brings plans in, assigns work, confirms results',
    head: 'Approves the reports of the agency',
    officer: 'Receives work and reports results',
  },
  banner: 'Sample province: fictional data.',
  bannerExplain: 'No agency, official or figure here is real.',
  switchPerson: 'Switch person',
  remove: 'Remove the sample',
  removeTitle: 'Remove the sample province?',
  removeExplain:
    'All agencies, officials, plans and progress of the sample province will be deleted, and everybody looking around will be signed out. The real province is not affected. The sample can be opened again later.',
  notOfSample:
    'Only people of the sample province enter without a password. Please sign in with user name and password.',
}
