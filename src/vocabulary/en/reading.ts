import type * as vi from '../words.ts'
import { number } from './format.ts'

export const reading: typeof vi.reading = {
  rules: {
    heading: 'A heading of the document',
    reference: 'The number of a cited document',
    figure: 'A figure with its unit in the sentence',
    report: 'A sentence that asks for reports',
    named: 'The sentence names the agency that acts',
    ordered: 'The agency stands after the word that assigns (giao)',
    opening: 'The agency stands behind the opening words of the sentence',
    brackets: 'The agency stands in brackets at the end of the sentence',
    line: 'The agency stands in a labelled line of its own',
    row: 'A row of a table',
    above: 'The agency is taken from the heading or opening sentence above',
    unnamed: 'A sentence that says what is to be done and names no agency',
  },
  doubts: {
    scanned:
      'The text was recognised from a picture. Compare it with the paper, above all numbers, dates and names.',
    statement: 'This may only state something and assign nothing. If so, make it orientation or delete it.',
    introduction: 'This may only introduce the duties below it. If so, delete or merge it.',
    secondBearer:
      'Another agency has something of its own to do in this sentence. See whether it must be split in two.',
    oddName:
      'The name of the agency may have words too many or too few. Check lead and coordinating agencies.',
    product: 'The product may only be mentioned and not be what is owed. Check the products.',
    time: 'The sentence has a time that was not understood, or several. Check the deadline.',
    period: 'The target names no year or period. Check when it is to be reached.',
    sense: 'The sentence speaks of a rise or fall. Check whether the figure is the level or the change.',
    addressee: 'It is not clear who receives the report. Check the addressee.',
    twoDates: 'The sentence has several days. Check which one the report is due on.',
    label: 'The heading has no clear number or is as long as a paragraph. Check which part it belongs to.',
  },
  unsure: 'Look closely',
  reasons: 'Why to look closely',
  readBy: 'Read by',
  unsureTasks: (n) => `To look at closely (${number.format(n)})`,
  unsureHere: (n, all) => `${number.format(n)} of ${number.format(all)} below should be looked at closely.`,
  allSure: 'No duty is left to look at closely.',
  publishUnsure: (n) =>
    `${number.format(n)} ${n === 1 ? 'duty is' : 'duties are'} still marked "look closely". Publishing is possible, but look at them first.`,
  fromPicture: 'Recognised from a picture',
  pageFromPicture: (page) => `Page ${page}, recognised from a picture`,
  accepted:
    'Reads Word (.docx, .doc), PDF, Excel (.xlsx), web pages (.html) and text (.txt, .md), up to 50 MB. Scans (PDF made of pictures) are recognised, which takes a few seconds a page; recognised text is marked, to be compared with the paper.',
  atPage: (page, of) => `Recognising page ${number.format(page)} of ${number.format(of)}`,
  ofFile: (name) => `Progress of "${name}"`,
  inQueue: 'Waiting for its turn: other files are being read.',
  mayLeave:
    'You may leave this page. Once read, the draft stands in the list of plans. To give up, press "Stop reading".',
  stop: 'Stop reading',
  stopOf: (name) => `Stop reading "${name}"`,
  didStop: (name) => `Stopped reading "${name}". Nothing was kept.`,
  ended: (name) => `"${name}" has been read.`,
  refused: (name) => `"${name}" could not be read`,
  open: 'Open the review',
  dismiss: 'Dismiss',
  cancelled: 'Reading was stopped as asked. Nothing was kept.',
  missing: 'No such file is being read, or it has been read already.',
  busy: 'The server is reading many large files. Please load yours again in a few minutes.',
  stopped: 'The server stopped before the file was read. Nothing was kept. Load the file again.',
  tooLong:
    'Reading the file took too long and was stopped. Nothing was kept. Split it into shorter parts and load them again.',
  memory:
    'Reading the file needed too much memory and was stopped. Nothing was kept. Split it into shorter parts and load them again.',
  crashed:
    'Reading broke off, perhaps because the file is damaged. Nothing was kept. Save it as .docx and load it again, or paste its text.',
  noFolder: 'A folder cannot be loaded. Open it, choose the files of one document and drop them here.',
  notices: (n) => `Remarks on reading (${number.format(n)})`,
}
