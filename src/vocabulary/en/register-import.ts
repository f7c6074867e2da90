import type * as vi from '../words.ts'
import { number } from './format.ts'

const list = (names: readonly string[]) => names.join('; ')

export const registerImport: typeof vi.registerImport = {
  menu: 'Excel',
  menuTemplate: 'Template (.xlsx)',
  menuExport: 'This list (.xlsx)',
  menuExportCsv: 'This list (.csv)',
  menuExportFull: 'With personal data in full (.xlsx, logged)',
  menuImport: 'Import a file',
  menuFiles: 'Download',

  title: (register: string) => `Import into: ${register}`,
  noRegister: 'There is no such register. Open it from the page of registers.',
  intro:
    'Drop an Excel or CSV file. Every row is read and compared with the register; you see which rows are added, what changes and what is at fault. Nothing is written before you press import.',
  accepted: (rows: number) =>
    `An .xlsx or .csv file, at most ${number.format(rows)} rows with something in them.`,
  template: 'Template',
  choose: 'Choose a file',
  dropHere: 'Drop to read the file',
  oneAtATime: 'One file at a time, and no folder. Please drop the files one by one.',
  reading: 'Reading the file…',
  earlier: 'Imports so far',
  noneYet:
    'No import yet. Files imported into this register are listed here, with the rows they added and changed.',
  statuses: { open: 'Not imported', done: 'Imported' },
  runLine: (name: string, at: string) => `${name}, ${at}`,
  doneLine: (fresh: number, changed: number, same: number, faulty: number) =>
    `${number.format(fresh)} rows added, ${number.format(changed)} changed, ${number.format(same)} as before, ${number.format(faulty)} left out with faults.`,
  goOn: 'Go on',
  dropOf: (name: string) => `Delete the import “${name}”`,
  another: 'Import another file',
  openList: 'Open the list',
  steps: { file: 'File', columns: 'Columns', check: 'Preview', done: 'Done' },

  unnamed: 'Unnamed file',
  noFile: 'There is no file in the request. Choose a file and send it again.',
  fileNameLong:
    'The name of the file is too long. Give it a name of fewer than 200 characters and send it again.',
  noSheet: 'The file has no such sheet. Choose the sheet again.',
  refused: {
    empty: 'The file has no cell with anything in it. Check it and load it again.',
    type: 'This is no Excel workbook (.xlsx) and no .csv. Open it in Excel, save it as .xlsx and load it again.',
    macros:
      'The workbook has macros, which are not accepted for safety. Open it in Excel, save it as .xlsx (without macros) and load it again.',
    encrypted: 'The workbook has a password. Remove it, save the file and load it again.',
    tooLarge: (rows: number, sheets: number) =>
      `The workbook has more than ${number.format(rows)} rows with something in them, or more than ${number.format(sheets)} sheets. Split it and import the parts; rows that are there are known by their key.`,
  },
  onlyKeepers:
    'Only agencies that keep the register import the file of the national system, since it changes states too. Choose another source, or ask a keeper.',
  sinceAhead: 'Changes cannot count from a day to come. Choose another day.',
  columnTwice: (column: string) =>
    `Two columns of the file are both chosen as “${column}”. Each column of the register is taken from one; take the choice off the other.`,
  noColumn: 'The register has no such column. Load the page again and choose again.',
  incomplete: 'Something is missing before rows can be read. See the points named.',
  missingKey: (columns: string) =>
    `The file has no column by which rows are known: ${columns}. Say which of its columns that is.`,
  missingDecision: (columns: readonly string[]) =>
    `It is not clear what these columns are: ${list(columns)}. Choose the column of the register, or “Not read”.`,
  alreadyDone: 'This import is finished. To go on, load the file again; rows that are there are known.',
  changedMeanwhile:
    'Since you looked, the register has changed and the outcome would be another; nothing was written. Look at the comparison again and press import once more.',
  faultsStop: (n: number) =>
    `Nothing was written, for ${number.format(n)} rows are at fault. Mend the file and load it again, or choose to leave them out.`,
  nothing: 'There is nothing to import: the rows of the file are as in the register or at fault.',

  columns: 'What each column is',
  columnsHint:
    'Proposed by the names of the columns and earlier imports. Correct what is wrong and save; you will not be asked about the same names again.',
  remembered: 'The columns are read as you chose before.',
  changeColumns: 'See or change the columns',
  saveColumns: 'Save and compare',
  samples: 'For example',
  ignored: 'Not read',
  undecided: 'Not clear, please choose',
  meaningOf: (letter: string, heading: string) => `Column ${letter} (${heading}) is`,
  hiddenColumn: 'hidden column',
  scaled: (times: number) => `the heading names a unit: figures are multiplied by ${number.format(times)}`,
  notInFile: (columns: readonly string[]) =>
    `Columns of the register that the file has not: ${list(columns)}. What they hold stays.`,
  ignoredColumns: (columns: readonly string[]) => `Columns of the file that are not read: ${list(columns)}.`,
  noHeadFound: 'The heading of the table was not found. Say in which row of Excel it stands.',
  sheet: 'Sheet',
  sheetLine: (name: string, rows: number, isHidden: boolean) =>
    `${name} (${number.format(rows)} rows${isHidden ? ', hidden' : ''})`,
  headRow: 'Row of the heading',
  headRows: 'Rows it goes over',
  topRows: 'First rows of the table',
  includeHidden: 'Read hidden and filtered rows too',
  hiddenRows: (n: number) => `The sheet has ${number.format(n)} hidden or filtered rows.`,
  source: 'Where the file comes from',
  sources: {
    national: 'Export of the national system (may set states)',
    template: 'Template or export of this system',
    other: 'Another list',
  },
  since: 'Changes count from',
  sinceHint: 'A row changed after this day keeps the day of that change.',
  blanks: 'Empty cells of known rows',
  blankChoices: { keep: 'Keep what the register has', clear: 'Empty it in the register' },

  checked: 'Comparison',
  notYetWritten: 'Nothing is written yet.',
  phases: {
    idle: 'Reading the file…',
    comparing: 'Comparing with the register…',
    writing: 'Writing. You may leave this page; either all of it is written or nothing.',
  },
  figures: {
    fresh: 'New',
    changed: 'Changed',
    same: 'As before',
    faulty: 'At fault',
    missing: 'Ours, not in the file',
    remarked: 'To look at',
  },
  missingHint: 'These rows are only listed; nothing is changed or deleted.',
  ofFile: 'Rows of the file',
  changesIn: (column: string, rows: number) => `${column} (${number.format(rows)})`,
  changedColumns: 'Columns that change:',
  skippedHidden: (n: number) => `${number.format(n)} hidden rows are not read.`,
  skippedFoot: 'Rows outside the table:',
  rowsOf: {
    faulty: 'Rows at fault',
    fresh: 'New rows',
    changed: 'Changed rows',
    same: 'Rows as before',
    missing: 'Rows of the register that the file has not',
    remarked: 'Rows to look at',
  },
  none: {
    faulty: 'No row is at fault.',
    fresh: 'There is no new row.',
    changed: 'No row differs from the register.',
    same: 'No row is as in the register.',
    missing: 'Every row of the register is in the file.',
    remarked: 'There is nothing to look at.',
  },
  allKinds: 'All faults',
  faultKind: 'Kind of fault',
  row: 'Row',
  change: (column: string, before: string, after: string) =>
    `${column}: ${before || 'empty'} → ${after || 'empty'}`,
  openRow: (title: string) => `Open ${title}`,
  faultsFile: 'Rows at fault (.xlsx)',
  faultFile: (name: string) => `${name} - faults.xlsx`,
  skipFaulty: (n: number) => `Leave out ${number.format(n)} rows at fault and import the others`,
  run: (fresh: number, changed: number) =>
    `Import: ${number.format(fresh)} new, ${number.format(changed)} changed`,
  done: (fresh: number, changed: number) =>
    `Imported: ${number.format(fresh)} rows added, ${number.format(changed)} changed.`,

  kinds: {
    formula: 'Wrong formula',
    notNumber: 'No number',
    ambiguousNumber: 'Number that reads two ways',
    decimals: 'Decimals',
    impossibleDate: 'No such day',
    unreadDate: 'Unreadable day',
    notYear: 'No year',
    notFlag: 'Neither yes nor no',
    unknownChoice: 'Not in the list',
    unknownPlace: 'Unknown commune',
    ambiguousPlace: 'Name of several communes',
    endedPlace: 'Commune that was split',
    unknownAgency: 'Unknown agency',
    ambiguousAgency: 'Name of several agencies',
    unknownRef: 'Not in the register',
    ambiguousRef: 'Name of several rows',
    circle: 'Points in a circle',
    tooLong: 'Too long',
    masked: 'Masked',
    twice: 'Twice in the file',
    keyMissing: 'Key missing',
    columnMissing: 'Required column missing',
    notYours: 'Not yours',
    value: 'Value not allowed',
  },
  faults: {
    formula: (cell: string, [why = '']: readonly string[]) =>
      why === 'unsaved'
        ? 'The cell is a formula without a result. Open the file in Excel, save it and load it again.'
        : `The cell is a wrong formula (${cell}). Mend it or type the value.`,
    notNumber: (cell: string, _: readonly string[]) =>
      `“${cell}” is no number. Write a number, for example 1.430 or 2,5.`,
    ambiguousNumber: (cell: string, [grouped = '', decimal = '']: readonly string[]) =>
      `“${cell}” reads two ways: ${grouped} or ${decimal}. Write ${grouped} for thousands, ${decimal}0 for decimals, or give the cell the form of a number.`,
    decimals: (cell: string, [most = '']: readonly string[]) =>
      most === '0'
        ? `“${cell}” has decimals; this column takes whole numbers. Round it or look at the unit.`
        : `“${cell}” has more than ${most} decimals. Round it.`,
    impossibleDate: (cell: string, _: readonly string[]) =>
      `“${cell}” is no real day. Write day/month/year, for example 28/02/2026.`,
    unreadDate: (cell: string, _: readonly string[]) =>
      `“${cell}” cannot be read as a day. Write day/month/year with four figures of the year, for example 28/02/2026.`,
    notYear: (cell: string, _: readonly string[]) =>
      `“${cell}” is no year. Write four figures, for example 2026.`,
    notFlag: (cell: string, _: readonly string[]) =>
      `“${cell}” is neither yes nor no. Write yes or no (Có, Không, x, 1, 0).`,
    unknownChoice: (cell: string, options: readonly string[]) =>
      `“${cell}” is not in the list. Choose one of: ${list(options)}.`,
    unknownPlace: (cell: string, near: readonly string[]) =>
      near.length > 0
        ? `The directory has no commune, ward or special zone “${cell}”. Nearest: ${list(near)}. Correct the name in the file.`
        : `The directory has no commune, ward or special zone “${cell}”. Correct the name in the file, or add it to the directory as another name.`,
    ambiguousPlace: (cell: string, names: readonly string[]) =>
      `“${cell}” may be ${list(names)}. Write the full name or the code.`,
    endedPlace: (cell: string, _: readonly string[]) =>
      `“${cell}” was split, or nobody said whom it became. Write the commune, ward or special zone of today.`,
    unknownAgency: (cell: string, near: readonly string[]) =>
      near.length > 0
        ? `The directory has no agency “${cell}”. Nearest: ${list(near)}. Correct the name in the file.`
        : `The directory has no agency “${cell}”. Correct the name in the file, or add to the directory.`,
    ambiguousAgency: (cell: string, names: readonly string[]) =>
      `“${cell}” may be ${list(names)}. Write the full name or the code.`,
    unknownRef: (cell: string, [register = '']: readonly string[]) =>
      `The register “${register}” has no “${cell}”. Write its code or name, or import that register first.`,
    ambiguousRef: (cell: string, [register = '']: readonly string[]) =>
      `The register “${register}” has several rows called “${cell}”. Write the code.`,
    circle: (cell: string, _: readonly string[]) =>
      `This row and “${cell}” point to each other and cannot be written. Leave one side empty.`,
    tooLong: (_: string, [has = '', most = '']: readonly string[]) =>
      `The cell has ${number.format(Number(has))} characters, at most ${number.format(Number(most))} are allowed. Shorten it.`,
    masked: (cell: string, _: readonly string[]) =>
      `“${cell}” was masked when it was exported. Write it in full, or empty the cell.`,
    twice: (cell: string, [rows = '']: readonly string[]) =>
      `“${cell}” stands in several rows of the file (${rows}). Each key has one row; delete the others.`,
    keyMissing: (_: string, [columns = '']: readonly string[]) =>
      `The row has no ${columns} and cannot be known. Fill it in, or delete the row.`,
    columnMissing: (_: string, [columns = '']: readonly string[]) =>
      `A new row must have ${columns}, which the file has not. Add the column, or enter the row by hand first.`,
    notYours: (_: string, [why = '']: readonly string[]): string => why,
    value: (_: string, [message = '']: readonly string[]): string => message,
  },
  remarks: {
    value: (_: string, [message = '']: readonly string[]): string => message,
    stateLeft: (cell: string, [now = '']: readonly string[]) =>
      `The file says the state is “${cell}”, the register “${now}”. It stays: states change by steps on the row.`,
    zeroAdded: (cell: string, [code = '']: readonly string[]) =>
      `Excel dropped the zero at the front of “${cell}”: read as ${code}.`,
  },

  instructions: {
    sheet: 'Instructions',
    choices: 'Lists',
    title: (register: string) => `How to fill in: ${register}`,
    lines: [
      'Each row is one entry. Do not rename columns; columns not used may be left out or moved.',
      'Rows that are there are known by the key column; others are added.',
      'Days are written day/month/year. Numbers as numbers; as text 1.430 is one thousand four hundred and thirty, 2,5 two and a half.',
      'Several values in a cell are separated by semicolons (;).',
      'States change by steps in the system or by the file of the national system only.',
    ],
    heads: ['Column', 'Required', 'How to write it', 'Notes'],
    required: 'Yes',
    optional: 'No',
    key: 'Yes, rows are known by it',
    kinds: {
      text: 'Text',
      texts: 'Text, separated by semicolons',
      code: 'Code, in a cell of the form text',
      number: 'Number',
      money: 'Whole numbers of the currency (đồng)',
      date: 'Day/month/year',
      year: 'Year, four figures',
      flag: 'Yes or no (Có, Không)',
      choice: 'One of the list',
      choices: 'One or more of the list, separated by semicolons',
      place: 'Name of the commune, ward or special zone',
      agency: 'Name of the agency as in the directory',
      ref: (register: string) => `Code or name in the register “${register}”`,
      file: 'Not by a sheet',
    },
    unit: (unit: string) => `Unit: ${unit}`,
    personal: (why: string) => `Personal data: ${why}`,
    chooseFromList: 'Choose from the list.',
    enterDay: 'Enter a day, for example 28/02/2026.',
    enterNumber: 'Enter a number.',
    enterYear: 'Enter a year from 1900 to 2200.',
  },
  templateFile: (register: string) => `Template - ${register}.xlsx`,
  exportFile: (register: string, day: string, ending: string) => `${register} - ${day}.${ending}`,
  yes: 'Yes',
  no: 'No',

  cli: {
    importUsage:
      'Usage: chutri register import REGISTER FILE.xlsx [--dry-run] [--as LOGIN] [--skip-faulty] [--since DAY] [--source national|template|other]',
    exportUsage: 'Usage: chutri register export REGISTER --out FILE.xlsx',
    noRegister: (name: string, names: readonly string[]) =>
      `There is no register “${name}”. Registers: ${names.join(', ')}.`,
    badSince: (text: string) => `“${text}” is no day. Write 2026-11-21 or 21/11/2026.`,
    badSource: (text: string) => `“${text}” is no source. Write national, template or other.`,
    person: (name: string) => `Imported as: ${name}`,
    columns: (names: readonly string[]) => `Columns: ${list(names)}`,
    unused: (names: readonly string[]) =>
      `Columns not read: ${list(names)}. If they are needed, import the file on the page of the register and say what they are; this command remembers it.`,
    counts: (rows: number, fresh: number, changed: number, same: number, faulty: number, missing: number) =>
      `${number.format(rows)} rows: ${number.format(fresh)} new, ${number.format(changed)} changed, ${number.format(same)} as before, ${number.format(faulty)} at fault; ${number.format(missing)} rows of the register are not in the file.`,
    fault: (place: string, message: string) => `  ${place}: ${message}`,
    remark: (cells: string, more: number, message: string) =>
      `  Look at ${cells}${more > 0 ? ` and ${number.format(more)} more` : ''}: ${message}`,
    change: (row: number, message: string) => `  Row ${number.format(row)}: ${message}`,
    more: (n: number) => `  … and ${number.format(n)} more rows.`,
    dry: 'Only compared, nothing written.',
    exported: (rows: number, path: string) => `${number.format(rows)} rows written to ${path}.`,
  },
}
