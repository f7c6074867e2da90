import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const findings: typeof vi.findings = {
  blankNumber: 'The number of the document is blank',
  numberOnlyInAnnex: 'The head of the document has no number; only the annex gives one',
  blankDate: 'The day or month of issue is blank',
  numberTwice: (label) => `The number "${label}" is used twice`,
  glued: (label) => `Item "${label})" runs on from the end of the item before`,
  gap: (before, after) => `Number ${before} is followed by number ${after}`,
  firstIs: (value) => `The first item has the number ${value}`,
  missingAppendix: 'The document speaks of an annex that is not there',
  dateOrder: (number, date, ofNumber, ofDate) =>
    `${number} (${printDay(date)}) was issued before the document it carries out (${ofNumber}, ${printDay(ofDate)})`,
  twoDates: (number, one, other) =>
    `${number} has two different dates: ${printDay(one)} and ${printDay(other)}`,
  annexDiffers: (annex, body) => `The annex assigns ${annex}, the body assigns ${body}`,
  severalLeads: (n) => `${number.format(n)} agencies lead together`,
  dueOutside: (due) => `The deadline "${due}" lies outside the period of the plan`,
  cutAtEnd: 'The sentence is cut off at its end',
  cutAtStart: 'The beginning of the sentence is missing',
  repeatsBefore: 'Repeats the paragraph before',
  repeatsRecent: 'Repeats a passage just written',
  lostSeparator: 'A separator between two agencies is missing',
  doubledWord: (word) => `The word "${word}" is doubled`,
  shouldBe: (word, right) => `"${word}" should be "${right}"`,
  strange: (word) => `"${word}" has a strange character`,
  strangeIn: (letter, n) => `The strange character "${letter}" stands in ${count(n, 'word')}`,
  notWord: (word) => `"${word}" is no correctly written Vietnamese word`,
  runTogether: (word, right) => `"${word}" is run together and should be "${right}"`,
  wordMissing: (word, missing) => `The word "${missing}" seems to be missing after "${word}"`,
  inPlaces: (note, n) => `${note} (${count(n, 'place')})`,
  recognised: (n, sample) =>
    `${count(n, 'word')} may be wrong recognition or conversion, for example ${sample}`,
  fromScan: (note) => `${note} (read from a scan: please compare with the paper)`,
  citesLater: (number, date, own) =>
    `${number} (${printDay(date)}) is dated after this document (${printDay(own)})`,
  dueBeforeIssue: (due, own) => `The deadline "${due}" had passed before the day of issue (${printDay(own)})`,
  twoTypes: (number, named) => `${number} is called "${named}", which its symbol does not say`,
  annexCoordinates: (annex, body) => `In the annex ${annex} coordinates, in the body ${body}`,
  annexDue: (annex, body) => `The annex has the deadline "${annex}", the body "${body}"`,
  noLead: 'No lead agency is named',
  noLeadOf: (n, all) => `${number.format(n)} of ${number.format(all)} tasks name no lead agency`,
  noDue: 'No deadline is given',
  noDueOf: (n, all) => `${number.format(n)} of ${number.format(all)} tasks give no deadline`,
  leadCoordinates: (name) => `${name} both leads and coordinates`,
  noUnit: (value) => `The target ${number.format(value)} has no unit`,
  dissolved: (name, day, successors) =>
    `"${name}" no longer exists since ${printDay(day)}; its work is now with ${successors}`,
  maybeDissolved: (name, successors) =>
    `"${name}" may have been reorganised; usually followed by ${successors}`,
  or: ' or ',
  communeLevel: 'commune committees or provincial agencies',
  rules: {
    'blank-number': { title: 'Number left blank', cure: 'Take a number from the registry before issuing.' },
    'blank-date': { title: 'Date of issue left blank', cure: 'Fill in day, month and year when signing.' },
    'duplicate-heading': {
      title: 'Number of a heading used twice',
      cure: 'Renumber the later heading and those after it.',
    },
    'broken-numbering': {
      title: 'Numbering broken',
      cure: 'Renumber, and check that no item is missing.',
    },
    'truncated-sentence': {
      title: 'Incomplete sentence',
      cure: 'Compare with the original and complete it.',
    },
    'duplicate-paragraph': {
      title: 'Repeated passage',
      cure: 'Delete the surplus copy or rewrite the second.',
    },
    'lost-separator': {
      title: 'Separator between agencies missing',
      cure: 'Put a semicolon between the two names and check each agency.',
    },
    'missing-appendix': {
      title: 'Annex missing',
      cure: 'Load the annex, or delete the sentence that speaks of it.',
    },
    'impossible-date-order': {
      title: 'Impossible order of dates',
      cure: 'Look the dates up in the originals and correct them.',
    },
    'inconsistent-reference': {
      title: 'Reference not consistent',
      cure: 'Look the document up and cite number, date and type in one way.',
    },
    'body-appendix-mismatch': {
      title: 'Annex differs from body',
      cure: 'Ask the drafting unit which is right and make both agree before assigning.',
    },
    spelling: {
      title: 'Misspelling',
      cure: 'Correct the word; ignore it where copying or scanning caused it.',
    },
    'multiple-leads': {
      title: 'Several leads',
      cure: 'Choose one lead, the others coordinating; or assign each agency separately.',
    },
    'task-without-lead': {
      title: 'Task without a lead',
      cure: 'Choose a lead in the review, or mark it as an orientation.',
    },
    'task-without-deadline': {
      title: 'Task without a deadline',
      cure: 'Set a deadline when assigning, or let the period of the plan hold.',
    },
    'deadline-outside-period': {
      title: 'Deadline outside the period',
      cure: 'Compare the deadline with the period in the title of the plan.',
    },
    'lead-also-coordinating': {
      title: 'Leads and coordinates',
      cure: 'Take the lead out of the coordinating agencies.',
    },
    'indicator-without-unit': {
      title: 'Target without a unit',
      cure: 'Add the unit so that the result can be followed.',
    },
    'dissolved-agency': {
      title: 'Agency reorganised',
      cure: 'Assign to its successor; when in doubt ask the Department of Home Affairs or the drafting unit.',
    },
  },
  cure: 'What to do:',
  more: (n) => `and ${count(n, 'more place')}`,
  twoNumbers: (one, other) => `One document is cited under two numbers: ${one} and ${other}`,
}
