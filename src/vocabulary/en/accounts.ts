import type * as vi from '../words.ts'
import { count } from './format.ts'

export const accounts: typeof vi.accounts = {
  title: 'Accounts',
  loginForm:
    'A user name has 2 to 40 characters: small letters without diacritics, digits, full stops or hyphens.',
  loginTaken: (login) => `The user name "${login}" is already taken. Please choose another.`,
  lastAdmin:
    'This is the last active system administrator, who can be neither stopped nor given another role.',
  person: 'Full name',
  position: 'Position',
  role: 'Role',
  agency: 'Agency',
  state: 'State',
  add: 'Add account',
  edit: 'Edit account',
  reset: 'Issue new code',
  resetExplain: (name) =>
    `Issue a new one-time code to ${name}? The old password and all open sessions end at once.`,
  stop: 'Stop using',
  resume: 'Use again',
  codesTitle: 'One-time codes',
  codesExplain: (days) =>
    `The codes are shown only this once and are valid for ${count(days, 'day')}. Please print them and hand each to its person.`,
  print: 'Print slips',
  empty:
    'There are no accounts yet. Add people one by one with "Add account", or import a whole list from Excel on the Agencies page.',
  noAgency: 'No agency',
  nameForm: 'The full name needs 2 to 100 characters.',
  positionForm: 'The position may have at most 200 characters.',
  agencyMissing:
    'This role needs an agency. Only system administrators and provincial leaders may be without one.',
  agencyUnknown: 'This agency is no longer in the directory. Please reload the page and choose again.',
  states: {
    active: 'In use',
    waiting: 'Password not yet set',
    expired: 'Code expired',
    stopped: 'Stopped',
  },
  search: 'Search by name, user name, position, agency',
  notFound: (search) => `No account matches "${search}". Please try another word; diacritics are not needed.`,
  actions: 'Actions',
  editOf: (name) => `Edit the account of ${name}`,
  code: 'One-time code',
  codesDone: 'Printed or copied',
  slipAddress: 'Address',
  slipNote: (days) =>
    `The code can be used once within ${count(days, 'day')}. After signing in, please set a password of your own and destroy this slip.`,
  chooseAgency: 'Choose an agency',
  clearAgency: 'Clear the agency',
  resetStopped: 'This account is no longer in use. Please put it back into use before issuing a new code.',
}
