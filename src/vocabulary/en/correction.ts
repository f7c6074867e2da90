import type * as vi from '../words.ts'
import { number } from './format.ts'

export const correction: typeof vi.correction = {
  reasonMissing: 'Write the reason of the correction: it goes to the agencies concerned.',
  nothing: 'Nothing differs from what is on file. Change at least one field and save again.',
  notOverseer: (overseer: string) =>
    `Only a focal officer or administrator of the overseeing agency (${overseer}) may correct this plan or add to it. Please tell that agency.`,
  spansOutside: 'The quoted place lies outside the document. Please select the duty in the document again.',
  shareMissing: 'State the percentage of agencies that must be done.',
  oneLead: 'A duty laid on one agency needs exactly one leading agency.',
  noLead: 'Choose at least one leading agency.',
  agencyUnknown: 'An agency is no longer in the directory. Reload the page and choose again.',
  mergeMissing: 'Choose another duty of the same plan to join this one with.',
  leadDone: (agency: string) =>
    `${agency} was confirmed as done, so that the duty cannot pass to another agency. If that was a mistake, reopen the work first, then correct.`,
  passedOn: (given: string, now: string) =>
    `What was given to ${given} is now carried out by ${now}. Keep ${now} among the leading agencies, or pass the work back on its own page.`,

  title: 'Corrections',
  correct: 'Correct',
  noneOfItem: 'This duty has not been corrected.',
  noneOfPlan:
    'Nothing of this plan has been corrected. When you find something that was read wrongly, press "Correct" at that duty.',
  because: (reason) => `Reason: ${reason}`,
  lines: (lines) => `lines ${lines}`,
  fields: {
    quote: 'Words',
    section: 'Section',
    spans: 'Place in the document',
    leadPrinted: 'Lead as printed',
    coordinatingPrinted: 'Coordinating as printed',
    deliverables: 'Products',
    due: 'Due',
    outcome: 'How it is laid on',
    mergedInto: 'Joined with',
    bearers: 'Leading agencies',
    coordinators: 'Coordinating agencies',
    completion: 'Done when',
    every: 'Rounds of reports',
    event: 'Waits for',
  },
  pageTitle: (section) => (section ? `Correct a duty, section ${section}` : 'Correct a duty'),
  back: 'Back to the duty',
  explain:
    'Correct what was read wrongly. When the document itself has changed, add the new document instead. What is done and reported stays as it is.',
  reason: 'Reason of the correction',
  reasonHint: 'It goes to the agencies concerned.',
  willCorrect: (fields) => `Will be corrected: ${fields}.`,
  unchanged: 'Nothing differs from what is on file yet.',
  send: 'Correct and tell the agencies',
  failed: 'This could not be corrected',
  noTarget: 'No duty chosen to join it with.',
  pickTarget: 'Choose the duty to join it with',
  selectHint:
    'Select the right words in the document, then press the button to take them over with their place.',
  take: 'Take the selected words',
  noSource: 'This duty was typed with the number of its source: the text is not here.',
  members: (n) => `Leading agencies (${number.format(n)})`,
  group: 'Group of agencies',
  addGroup: (n) => `Add the whole group (${number.format(n)})`,
  clearMembers: 'Remove all',
  dayNotBinding:
    'This day does not become the due day of the work: the kind of time is no date, or the duty comes back in periods or waits for an event. Choose another kind if it is a deadline.',
  agencyEnded: (name) =>
    `${name} can be given no more work (it was reorganised, or is a unit of another agency). Choose an agency that exists.`,
}
