import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const register: typeof vi.register = {
  personal: 'personal data',
  byRoom: 'Nobody enters rows here: they are written when the result is confirmed on its own page.',
  notKeeper:
    'Only an agency that keeps this register can do this. Ask the administrator which agency keeps it.',
  notYours:
    'Only an agency that keeps this register, and the commune or ward of this row, can do this. Ask one of them.',
  notRevealed:
    'Personal data is open only to agencies that keep the register and to the commune or ward of this row.',
  notMoved: 'Moving a row to another commune or ward is up to an agency that keeps the register. Ask it.',
  notAtThisStep:
    'The row is not in a state from which this step can be taken. Reload the page to see its state.',
  ofRoom: 'This step is taken on the page of its own work, not in the register.',
  isVoid: 'This row was marked as entered by mistake. Restore it before changing it.',
  notVoid: 'This row stands; there is nothing to restore.',
  pointedAt: (n, register) =>
    `Not yet: ${count(n, 'row')} of "${register}" still point to this row. Deal with them first.`,
  faulty: (n) => `${count(n, 'field')} must be mended. See what is said of each.`,
  sinceBefore: (day) => `The row counts from ${printDay(day)}; a change cannot count from before that day.`,
  sinceAfter: (day) => `A change cannot count from after ${printDay(day)}.`,
  reasonMissing: 'Give a reason.',
  keepersChanged: 'Somebody else changed the keepers. Reload to see them.',
  keeperUnknown: 'An agency is no longer in the directory. Reload and choose again.',
  filterWrong: (column) => `The filter on "${column}" is not understood. Take it off and choose again.`,
  listWrong: 'The order or the chosen columns are not understood. Open the list again.',
  isPersonal: (column) => `"${column}" is personal data: lists are neither filtered nor ordered by it.`,
  place: 'Commune, ward',
  noFile: 'Choose a file.',
  faults: {
    required: (column) => `"${column}" is missing.`,
    text: 'This must be text.',
    long: (most) => `Longer than ${number.format(most)} characters.`,
    number: 'This must be a number, such as 1430 or 2.5.',
    tooLarge: 'This number is too large.',
    min: (min) => `Not less than ${number.format(min)}.`,
    max: (max) => `Not more than ${number.format(max)}.`,
    decimals: (n) => (n === 0 ? 'This must be a whole number.' : `At most ${count(n, 'decimal')}.`),
    year: 'This must be a year, such as 2026.',
    date: 'This must be a real day.',
    flag: 'This must be yes or no.',
    choice: 'This could not be chosen on that day. Choose again.',
    unknown: 'What was chosen is not there. It may have been marked as a mistake; choose again.',
    noPlace: 'This must be a commune, ward or special zone.',
    taken: (column) => `Another row has the same "${column}".`,
    twice: (column) => `Two rows have the same "${column}".`,
    needed: (column) => `This step needs "${column}".`,
  },
  story: {
    nothing: 'empty',
    unknown: 'no longer in the directory',
    yes: 'Yes',
    no: 'No',
    money: (figure) => `VND ${figure}`,
    create: (who, day) => `${who} entered it; it counts from ${day}.`,
    change: (who, day) => `${who} changed it; this counts from ${day}.`,
    step: (who, step, day) => `${who} took the step "${step}", which counts from ${day}.`,
    void: (who) => `${who} marked it as entered by mistake; it counts on no day.`,
    restore: (who) => `${who} restored it; it counts as before.`,
    passOn: (who, day) => `Passed on by the reorganisation of ${day}, recorded by ${who}.`,
    imported: (who, file, day) => `${who} imported it from "${file}"; it counts from ${day}.`,
    importedChange: (who, file, day) => `${who} updated it from "${file}", from ${day} on.`,
  },
  codes: {
    taxForm: 'The number usually has 10 digits, or 10 and the 3 of a branch (0123456789-001).',
    taxDigit: 'The tenth digit does not fit the nine before it. Check for a slip of the keyboard.',
    businessPlace: 'The number of a business place usually has 5 digits, 00001 to 99999.',
  },
}
