import type * as vi from '../words.ts'
import { count, MONTHS, number } from './format.ts'

export const daysOff: typeof vi.daysOff = {
  title: 'Days off and make-up days',
  explain:
    'Time limits in working days leave out Saturdays, Sundays and the days off entered here. Limits that were set before do not change.',
  notEntered: (years) => `No days off entered for ${years}; only Saturdays and Sundays are left out.`,
  empty: (year) =>
    `No day off of ${year} has been entered. Once the official holidays are announced, press "Paste a list" for the whole year, or "Add a day" for single days.`,
  emptyToRead: (year) =>
    `No day off of ${year} has been entered. An administrator or focal officer enters them once the official holidays are announced.`,
  year: 'Year',
  yearBefore: 'Year before',
  yearAfter: 'Year after',
  grid: (year) => `Calendar of ${year}`,
  gridSummary: (off, working) => `${count(off, 'day')} off and ${count(working, 'make-up day')} entered`,
  month: (month) => MONTHS[month - 1] ?? String(month),
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  kinds: { off: 'Day off', working: 'Make-up day' },
  weekend: 'Saturday, Sunday',
  list: (n) => `${count(n, 'day')} entered`,
  day: 'Day',
  lastDay: 'To (for several days in a row)',
  kind: 'Kind',
  name: 'Name',
  namePlaceholder: 'For example: New Year',
  add: 'Add a day',
  edit: 'Change the day',
  editOf: (day) => `Change ${day}`,
  deleteAsk: (day) => `Delete ${day} from the list?`,
  paste: 'Paste a list',
  pasteLabel: 'List of days, one day or span a line',
  pasteHint:
    'Day/month/year and then the name, for example "01/01/2027 New Year" or "05/02/2027 - 11/02/2027 Lunar New Year". A line with the words for making up (làm bù) is a working day.',
  check: 'Check',
  carryOut: (n) => `Enter ${count(n, 'day')}`,
  added: (n) => `${count(n, 'day')} entered.`,
  wouldAdd: (n, known) =>
    `${count(n, 'day')} would be entered${known ? `, ${number.format(known)} already there` : ''}. Nothing is written yet.`,
  nothingNew: 'All of these days are in the list already.',
  importFaults: (n) =>
    `${count(n, 'line')} cannot be read, so nothing was written. Mend the lines named and check again.`,
  line: (n) => `Line ${number.format(n)}`,
  nameForm: 'Give the day a name of 1 to 100 characters.',
  dayForm: 'A day is written day/month/year, between the years 2000 and 2100.',
  lineForm: 'A line begins with day/month/year, for example 01/01/2027, and then the name.',
  noSuchDay: 'There is no such day in the calendar, or it is not between the years 2000 and 2100.',
  spanForm: (most) =>
    `The last day must come after the first, and a span has at most ${number.format(most)} days. Check both days.`,
  workedAnyway: 'A make-up day is a Saturday or a Sunday: other days are worked anyway.',
  twice: (day, line) => `${day} stands already in line ${number.format(line)}.`,
  taken: (day) => `${day} is in the list already. Change the entry instead of adding another.`,
  enteredOtherwise: (day, name) =>
    `${day} is entered as another kind (${name}). Change or delete that entry first.`,
  tooLong: 'The list is longer than 20,000 characters. Paste one year at a time.',
}
