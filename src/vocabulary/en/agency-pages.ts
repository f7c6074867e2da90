import type * as vi from '../words.ts'
import { count } from './format.ts'

export const agencyPages: typeof vi.agencyPages = {
  nameForm: 'The name of an agency needs 2 to 200 characters.',
  aliasForm: 'Each other name has at most 200 characters, and an agency at most 30 of them.',
  parentGone: 'This superior agency is no longer in the directory. Please reload the page and choose again.',
  underItself: 'An agency cannot stand under itself or under one of its own units.',
  severalParents: (name) =>
    `Several agencies are called "${name}". Please write the code of the agency into this column.`,
  severalNames: (name) =>
    `Several agencies are called "${name}". Please write its code, or its superior agency into this column.`,
  codeByHand: (name) =>
    `"${name}" is in the directory but has no code. Please add the code on the Agencies page and load the file again.`,
  differs: (name) =>
    `"${name}" is already there with something else in this column. Please change it on the Agencies page, or leave this cell empty and load the file again.`,
  personTwice:
    'This person is in a row above. If they are two people of one name, please give each a user name.',
  add: 'Add agency',
  edit: 'Edit agency',
  editOf: (name) => `Edit ${name}`,
  import: 'Import from Excel',
  search: 'Search by name, code, other name',
  count: (n) => count(n, 'agency', 'agencies'),
  notFound: (search) => `No agency matches "${search}". Please try another word; diacritics are not needed.`,
  empty: [
    'The directory of agencies of the province comes here. Names of agencies in a plan are looked up in it to assign the work.',
    'The quickest way: click "Import from Excel", download the template, fill in departments, communes and wards with their officials and drop it here; the system checks it before importing and prints a one-time code for each person.',
    'Or click "Add agency" to enter them one by one.',
  ],
  parentHint: 'Leave empty for an independent agency. For a division or branch, choose its superior agency.',
  clearParent: 'Clear the superior agency',
  codeHint: 'Identification code under Decision 20/2020/QĐ-TTg, if any, for example H00.01.',
  aliasHint: 'Every form used in documents, for example "Sở TC". Press Enter or ; after each name.',
  clearAliases: 'Delete all other names',
  template: 'Download the template',
  templateHint: ' (.xlsx) with choice lists and an example.',
  fill: 'Fill in one row for each agency. Its first official goes into the same row, a second one into the next row with the same name of agency.',
  fillNoPeople:
    'Fill in one row for each agency and leave the columns about officials empty: accounts are imported by the system administrator.',
  dropHint: 'Drop the file on this page. It is checked first; nothing is recorded until you click "Import".',
  choose: 'Choose file',
  orDrop: 'or drop an .xlsx or .csv file on this page',
  drop: 'Drop the file to check the directory',
  wouldAdd: (agencies, people, known) =>
    `Will add ${count(agencies, 'agency', 'agencies')} and ${count(people, 'account')}; ${count(known, 'row')} of agencies already there.`,
  nothingNew: 'The file has nothing new for the directory and need not be imported.',
  carryOut: 'Import',
  codesFollow: (n) =>
    `After the import the one-time codes of ${count(n, 'person', 'people')} are shown for printing.`,
  added: (agencies, people) =>
    `Imported ${count(agencies, 'agency', 'agencies')} and ${count(people, 'account')}.`,
  codesLost:
    'This file was imported when it was sent before, so the codes are not shown again. Please issue new codes on the Accounts page.',
  row: 'Row',
  column: 'Column',
  fault: 'To be corrected',
  templateName: 'directory-of-agencies.xlsx',
  noFile: 'No file was sent. Please choose an Excel (.xlsx) or CSV file.',
  emptySheet:
    'The first sheet has no row below its headings. Please fill in the directory there (the sheet "Example" is for reference only).',
  tooManyRows: (most) => `The file has more than ${count(most, 'row')}. Please split it into several files.`,
  peopleForbidden:
    'The file has names of officials. Only the system administrator may import accounts: please leave out the columns about officials, or pass the file on to the system administrator.',
  importFaults: (n) =>
    `The file still has ${count(n, 'place')} to be corrected, so nothing was imported. Please correct the file and load it again.`,
  place: (row, column) => `Row ${row}, column "${column}"`,
}
