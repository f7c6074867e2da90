import { printDay, printMoment } from '../date.ts'
import type * as vi from '../words.ts'
import { count } from './format.ts'

export const addition: typeof vi.addition = {
  noPlan: 'There is no such published plan, or this document is part of another plan.',
  noDocument: 'This document does not belong to the plan. Reload the page and choose the source again.',
  numberMissing: 'Write the number of the document that lays the duty on them.',
  dayMissing: 'Write the day on which that document was issued.',
  bySource: (name: string, issued: string | null) =>
    issued ? `By ${name} of ${printDay(issued)}` : `By ${name}`,
  same: (name: string, at: string, isDraft: boolean) =>
    `This file was loaded before, at ${printMoment(at)}: "${name}" (${isDraft ? 'in review' : 'published'}). Open that document; load the file again only if a second copy is really wanted.`,
  addsTo: 'Adds to the plan',
  inPlan: 'Already in the plan',
  publishTitle: 'Add to the plan',
  publishNow: 'Add',
  asPlan: (overseer) =>
    `Overseen and reported as the published plan (${overseer}). The agencies are told of their new duties.`,

  addsToPlan: (name) => `Adds to ${name}`,
  named: (number, issued) => (issued ? `${number} of ${printDay(issued)}` : number),
  load: 'Load a further document',
  type: 'Type a duty',
  dropHere: 'Drop an annex, a conclusion or a letter here to add its duties to this plan',
  explain:
    'A later annex, a conclusion, a letter that gives more work: load the file, review it and add it to the plan, or type one duty with the number of its source.',
  draft: 'In review, to be added:',
  addedBy: (moment, by) => `Added at ${moment}${by ? `, ${by}` : ''}`,
  holds: (n) => count(n, 'duty', 'duties'),
  holdsTyped: (n) => `${count(n, 'duty', 'duties')} typed in, no file`,
  download: (name) => `Download the file (${name})`,
  typeTitle: 'Type a further duty',
  source: 'Document that lays it on them',
  otherSource: 'Another document: type number and day',
  sourceTitle: 'Title (may be left out)',
  told: 'The agencies are told as soon as the duty is added.',
  addWithKey: 'Add (Ctrl + Enter)',
  selectHint: 'Was a duty overlooked? Select its words, then press the button.',
  addSelected: 'Make it a duty',
  sameTitle: 'This file is here already',
  openSame: 'Open what is here',
  loadAnyway: 'Load a second copy',
  inFile: (name) => `In the file ${name}`,
  files: (first, others) => (others > 0 ? `${first} and ${count(others, 'other file')}` : first),
  filesTitle: 'Several files of one document',
  filesExplain:
    'The files are read one behind the other as one document: the body first, then its annexes. Change the order if need be, then press Enter. Two plans are loaded one at a time.',
  up: (name) => `Move up: ${name}`,
  down: (name) => `Move down: ${name}`,
  readFiles: (n) => `Read ${count(n, 'file')} as one document`,
}
