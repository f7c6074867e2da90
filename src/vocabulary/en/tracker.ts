import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

export const tracker: typeof vi.tracker = {
  title: 'Import a running tracking sheet',
  intro:
    'Drop the Excel sheet your office tracks its duties with. Every row is read and checked first; you see which rows cannot come in yet and why. Nothing is written before you press import.',
  accepted: 'An .xlsx or .csv file, at most 25,000 rows with something in them.',
  choose: 'Choose the tracking sheet',
  dropHere: 'Drop to read the tracking sheet',
  oneAtATime: 'One file at a time, and no folder. Please drop the files one by one.',
  reading: 'Reading the file…',
  checking: 'Checking the rows…',
  earlier: 'Imports',
  noneYet: 'No import yet. Sheets that were imported stand here, with their rows and the plan they made.',
  statuses: { open: 'Not imported yet', done: 'Imported' },
  runLine: (name, at) => `${name}, ${at}`,
  doneLine: (fresh, known, faulty) =>
    `${number.format(fresh)} rows imported, ${number.format(known)} known before, ${number.format(faulty)} at fault.`,
  goOn: 'Go on',
  dropOf: (name) => `Delete the import of "${name}"`,
  another: 'Import another sheet',
  noFile: 'The request brought no file. Choose the tracking sheet and send it again.',
  unnamed: 'Tracking sheet',
  noSheet: 'The file has no such sheet. Choose another.',
  refused: {
    empty: 'No cell of the file holds anything. Check it and load it again.',
    type: 'This is neither an Excel sheet (.xlsx) nor a .csv file. Open the sheet in Excel, save it as .xlsx and load it again.',
    macros:
      'The workbook holds macros and is not taken, for safety. Open it in Excel, save it as .xlsx (without macros) and load it again.',
    encrypted:
      'The workbook has a password and cannot be opened. Remove the password, save it and load it again.',
    tooLarge: (rows, sheets) =>
      `The workbook has more than ${number.format(rows)} filled rows or more than ${number.format(sheets)} sheets. Split it by year or field and import the parts; rows that come twice are recognised.`,
  },
  missing: {
    duty: 'The column of the duties has not been named yet.',
    lead: 'The column of the lead agencies has not been named yet. If there is none, choose one agency for all rows.',
    target: 'No plan to import into has been chosen yet.',
  },
  incomplete: 'Something is still wanting before the rows can be read. See the points named.',
  titleForm: 'The name of the tracking sheet needs 5 to 300 characters.',
  overseerMissing: 'No overseeing agency is chosen. Choose the agency that will confirm results.',
  fieldTwice: (field) =>
    `Two columns are both read as "${field}". It is taken from one column only; unset one of them.`,
  asOfAhead: 'The day of the figures cannot be after today. Choose another day.',
  alreadyDone:
    'This import is finished. To import more, load the file again; rows that are there already are recognised.',
  changedMeanwhile:
    'Since the check something has changed in the system (somebody imported or edited the directory), and nothing was written. Look at the check again and press import once more.',
  nothingNew: 'There is no new row to import: every row is there already or at fault.',
  planWithoutOverseer: 'This plan has no overseeing agency, so nothing can be imported into it.',

  columns: 'What each column holds',
  columnsHint:
    'Proposed from the headings and what stands below them. Correct what is wrong and save; the next sheet with this heading is read without asking.',
  remembered: 'The columns are read as you chose; a sheet with this heading is not asked about again.',
  changeColumns: 'See or change the columns',
  saveColumns: 'Save and check',
  samples: 'For example',
  ignored: 'Not read',
  meaningOf: (letter, heading) => `Column ${letter} (${heading}) is read as`,
  hiddenColumn: 'hidden column',
  noHeadFound: 'The heading of the table was not found. Say in which row it stands, as Excel counts.',
  sheet: 'Sheet',
  sheetLine: (name, rows, isHidden) => `${name} (${number.format(rows)} rows${isHidden ? ', hidden' : ''})`,
  headRow: 'Row of the heading',
  headRows: 'Rows of the heading',
  topRows: 'First rows of the sheet',
  includeHidden: 'Also read rows and columns that are hidden or filtered out',
  hiddenRows: (n) => `The sheet has ${number.format(n)} rows that are hidden or filtered out.`,
  asOf: 'Figures as of',
  year: 'Year of dates without one',
  severalLeads: 'Rows that name several lead agencies',
  severalLeadsChoices: {
    ask: 'Fault, so that one is chosen',
    first: 'The first leads, the others coordinate',
    each: 'Every one gets the duty',
  },
  defaultLead: 'Lead of rows that name nobody',
  noDefaultLead: 'None; such rows are at fault',
  allowAgain: 'Rows with the words of a duty elsewhere are other work and come in',
  fields: {
    number: 'Number or code',
    section: 'Group or field',
    duty: 'Duty',
    lead: 'Lead agency',
    coordinating: 'Coordinating agencies',
    deliverable: 'Product',
    due: 'Due',
    state: 'State',
    'tick-pending': 'Cross: not begun',
    'tick-active': 'Cross: under way',
    'tick-overdue': 'Cross: overdue',
    'tick-done': 'Cross: done',
    'tick-done-late': 'Cross: done late',
    percent: 'Percent',
    completedOn: 'Done on',
    result: 'Result',
    note: 'Remarks',
    documentNumber: 'Number of the ordering document',
    documentDay: 'Day of the ordering document',
  },
  states: {
    pending: 'Not begun',
    active: 'Under way',
    overdue: 'Overdue, not done',
    done: 'Done',
    'done-late': 'Done late',
    suspended: 'Suspended',
    closed: 'No longer to be done',
  },

  target: 'Import into',
  targetNew: 'A new tracked list',
  targetPlan: 'A published plan',
  planTitle: 'Name of the tracked list',
  planNumber: 'Number (if it has one)',
  overseer: 'Agency that oversees and confirms',
  plan: 'Plan',

  checked: 'The check',
  notYetWritten: 'Nothing is written yet.',
  figures: { rows: 'Duties', fresh: 'Can come in', known: 'Known', faulty: 'At fault' },
  becomes: (assignments) => `as ${number.format(assignments)} assignments`,
  joined: (n) =>
    `Of these ${number.format(n)} rows are duties this plan has already: only their state is recorded.`,
  changed: (n) =>
    `${number.format(n)} known rows now say something else. The changes are shown and not written: since the import the system is where work is kept up.`,
  skipped: {
    headings: (n) => `${number.format(n)} rows name a group`,
    repeatedHeads: (n) => `${number.format(n)} rows repeat the heading`,
    sums: (n) => `${number.format(n)} rows are sums`,
    foot: (n) => `${number.format(n)} rows stand outside the table`,
    hidden: (n) => `${number.format(n)} rows are hidden`,
    continued: (n) => `${number.format(n)} rows are only the lower part of merged cells`,
  },
  notDuties: 'Rows that are no duties:',
  footRows: 'Rows outside the table',
  remarks: {
    dayTaken: (n) =>
      `${number.format(n)} rows are done without a day: the due day is taken where it has passed, else the day of the figures.`,
    dueUnread: (n) =>
      `${number.format(n)} rows have a due time that is no day: its words are kept, it is never overdue.`,
    overdueNotYet: (n) =>
      `${number.format(n)} rows say overdue but have no due day or one still to come: they come in as under way.`,
    onTimeButLate: (n) => `${number.format(n)} rows are done after their due day: they count as done late.`,
    lateButInTime: (n) =>
      `${number.format(n)} rows say done late but were done within their due day: they count as in time.`,
    dueBeforeGiven: (n) => `${number.format(n)} rows are due before the day of the ordering document.`,
    groupState: (n) =>
      `${number.format(n)} rows lie on several agencies: the state of the row is recorded for each.`,
    outside: (n) =>
      `${number.format(n)} rows of police and army: only the day is recorded, the words of the result are not kept.`,
  },
  rowsOf: { faulty: 'Rows at fault', fresh: 'Rows that can come in', known: 'Known rows' },
  allKinds: 'All faults',
  faultKind: 'Kind of fault',
  kinds: {
    noDuty: 'No duty',
    noLead: 'No lead',
    unknownAgency: 'Unknown agency',
    severalLeads: 'Several leads',
    impossibleDate: 'No such day',
    beforeGiven: 'Done before it was given',
    inFuture: 'Day after today',
    dayWithoutDone: 'Day of completion, not done',
    percentRange: 'Percent outside 0–100',
    percentAgainstState: 'Percent against the state',
    unknownState: 'Unknown state',
    twoStates: 'Two states',
    twiceInSheet: 'Twice in the sheet',
    twiceInSystem: 'Twice in the system',
    tooLong: 'Too long',
    formula: 'Formula error',
  },
  faults: {
    noDuty: (_, __) => 'The row has a number or an agency and no duty. Write the duty, or delete the row.',
    noLead: (_, __) =>
      'The row names no lead agency. Write it; if the row names a group, make it bold or number it in Roman figures.',
    unknownAgency: (_, [name = '', ...near]) =>
      near.length > 0
        ? `The directory has no agency "${name}". Nearest: ${near.join('; ')}. Choose the agency under "Unknown names", or correct the sheet.`
        : `The directory has no agency "${name}". Choose the agency under "Unknown names", complete the directory, or correct the sheet.`,
    severalLeads: (_, names) =>
      `The cell names ${number.format(names.length)} lead agencies (${names.join('; ')}). A duty has one lead: keep one and move the others to the coordinating column, or change how such rows are read.`,
    impossibleDate: (cell, _) =>
      `"${cell}" is no day there is, or cannot be read as one. Write day/month/year.`,
    beforeGiven: (cell, [given = '']) =>
      `Done on "${cell}", before the ordering document of ${printDay(given)}. Compare the two days.`,
    inFuture: (cell, _) =>
      `"${cell}" is after today and cannot have happened. Correct it, or delete it if it was only expected.`,
    dayWithoutDone: (cell, _) =>
      `The row has a day of completion "${cell}" but its state is not done. Correct the state, or delete the day.`,
    percentRange: (cell, _) => `"${cell}" is no percentage from 0 to 100. Write for example 60 or 60%.`,
    percentAgainstState: (cell, [word = '']) =>
      `The percentage "${cell}" contradicts the state "${word}". Correct one of the two.`,
    unknownState: (cell, _) =>
      `The state "${cell}" is not known. Choose its meaning under "Unknown states", or write a known one.`,
    twoStates: (_, __) => 'The row is crossed under several states that exclude each other. Keep one cross.',
    twiceInSheet: (_, [row = '']) =>
      `This row is like row ${row}: the same duty, agency and due time. Delete one, or write what differs.`,
    twiceInSystem: (_, [plan = '']) =>
      `This duty lies on that agency already in "${plan}". If it is the same work, it need not come in; if it is other work, write what differs or allow it in the settings.`,
    tooLong: (_, [has = '', most = '']) =>
      `The cell has ${number.format(Number(has))} characters, at most ${number.format(Number(most))} are taken. Shorten it; details belong in the paper.`,
    formula: (cell, [why = '']) =>
      why === 'unsaved'
        ? 'The cell is a formula without a result. Open the file in Excel, save it and load it again.'
        : `The cell is a formula with an error (${cell}). Mend the formula or type the value.`,
  },
  row: 'Row',
  cell: 'Cell',
  lead: 'Lead',
  due: 'Due',
  state: 'State',
  moreAgencies: (n) => `and ${number.format(n)} more agencies`,
  joinedMark: 'in the plan already, only the state is recorded',
  unchanged: 'Nothing differs from the import before.',
  changes: 'The sheet now says otherwise',
  change: (field, before, after) => `${field}: ${before || 'empty'} → ${after || 'empty'}`,
  openItem: 'Open the duty',
  noFaulty: 'No row is at fault.',
  noFresh: 'There is no new row.',
  noKnown: 'No row of this sheet was imported before.',
  faultsFile: 'Download the rows at fault (.xlsx)',
  allFile: 'Download the whole sheet with the faults (.xlsx)',
  faultFile: (name) => `${name} - faults.xlsx`,

  settleNames: 'Unknown names',
  settleNamesHint: 'Choose once for all rows; the choice is remembered for sheets with this heading.',
  settleWords: 'Unknown states',
  settleWord: (word) => `"${word}" means`,
  settleName: (name) => `"${name}" is`,
  inRows: (n) => `${number.format(n)} rows`,
  onlyHelps: 'coordinates only, stops nothing',
  chooseAgency: 'Choose an agency',
  chooseState: 'Choose a state',
  saveSettled: 'Save and check again',

  run: (fresh) => `Import ${number.format(fresh)} rows`,
  runExplain: (faulty) =>
    faulty > 0
      ? `${number.format(faulty)} rows at fault are left out and stop no other row. Load the corrected sheet later: rows that came in are never imported twice.`
      : 'Every row can come in.',
  running: 'Writing. You may leave this page; the import is written as a whole or not at all.',
  done: (fresh, assignments) =>
    `${number.format(fresh)} rows imported as ${number.format(assignments)} assignments.`,
  openPlan: 'Open the plan',
  openWork: 'Open the worklist',
  fromPlans: 'Import a tracking sheet',
  fromSheet: (file, row) => `From the tracking sheet ${file}, row ${number.format(row)}`,
  givenBy: (paper) => `Ordered by ${paper}`,
  dayTaken: 'The sheet names no day of completion',
  sheetHeading: (file) => `Tracking sheet ${file}`,

  cli: {
    usage:
      'Usage: chutri tracker import FILE.xlsx [--plan ID | --title "NAME"] [--overseer AGENCY_CODE] [--as LOGIN] [--dry-run] [--skip-faulty]',
    noAgency: (code) => `The directory has no agency with the code or name "${code}".`,
    noPlan: (id) => `There is no published plan "${id}".`,
    noTarget: 'Say where to import: --plan ID, or --title "NAME" with --overseer AGENCY_CODE.',
    person: (name) => `Importing as: ${name}`,
    columns: (list) => `Columns: ${list}`,
    unused: (list) =>
      `Columns not used: ${list}. If they matter, bring this file in on the page "Import a running tracking sheet" and choose what they hold; this command remembers.`,
    counts: (rows, fresh, known, faulty) =>
      `${number.format(rows)} duties: ${number.format(fresh)} can come in, ${number.format(known)} known, ${number.format(faulty)} at fault.`,
    fault: (place, message) => `  ${place}: ${message}`,
    change: (row, message) => `  Row ${number.format(row)}, known, now says otherwise: ${message}`,
    dry: 'Only checked, nothing is written.',
    faultsStop: (n) =>
      `Nothing is written because ${number.format(n)} rows are at fault. Correct the sheet and run again, or add --skip-faulty to import the others.`,
    done: (fresh, assignments, plan) =>
      `${number.format(fresh)} rows imported as ${number.format(assignments)} assignments into plan ${plan}.`,
  },
}
