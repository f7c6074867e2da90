import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const document: typeof vi.document = {
  kinds: {
    picture: 'image files',
    program: 'program files',
    rtf: 'RTF files',
    rar: 'RAR archives',
    sevenZip: '7z archives',
    zip: 'archives',
    slides: 'slide shows',
    openDocument: 'OpenDocument files',
    mail: 'e-mail messages (.msg)',
    oldOffice: 'files of old Office versions',
  },
  notRead: (kind, cure) => `The system cannot read ${kind} yet. ${cure}`,
  notPdf:
    'This file is no PDF. A signed paper must be a PDF: scan it, or export it from the signing system, then upload it again.',
  empty: 'The file is empty. Please check it and load a file with text.',
  tooLong:
    'The text has more than 5 million characters, far more than a plan. Please load the part with the tasks as a file of its own.',
  encrypted:
    'The file is protected by a password and cannot be opened. Please remove the password, save it and load it again.',
  notWord: (extension) =>
    `The file ends in .${extension} but is not a Word document, or is damaged. Please open it in Word, save it as .docx and load it again.`,
  brokenWord:
    'The content of the Word document is damaged and cannot be read. Please open it in Word, save it as .docx and load it again.',
  broken:
    'The file is damaged or was not uploaded completely. Please open it in Word, save it as .docx and load it again.',
  bomb: 'Unpacked, the file is far too large for a document, so it was not opened. Please check it and save it as .docx.',
  binary:
    'This kind of file is not known, or the file is damaged. Please open it in Word, save it as .docx and load it again.',
  secret: (mark) =>
    `The document bears the secrecy mark "${mark}", so it cannot enter this system and nothing of it was kept. Please handle it under the rules on state secrets.`,
  comments: (n) =>
    n === 1
      ? 'The document has a comment, which was not read.'
      : `The document has ${number.format(n)} comments, which were not read.`,
  embedded: (n) =>
    n === 1
      ? 'The document has a part embedded from another file, which was not read. If it holds tasks, please load that file separately.'
      : `The document has ${number.format(n)} parts embedded from other files, which were not read. If they hold tasks, please load those files separately.`,
  onlyPictures:
    'The Word document holds only pictures of pages and no text. Please export it as PDF and load that, so that the text can be recognised.',
  oldExcel:
    'The system cannot read workbooks of old Excel versions (.xls, .xlsb) yet. Please open it in Excel, save it as .xlsx and load it again.',
  brokenExcel:
    'The content of the workbook is damaged and cannot be read. Please open it in Excel, save it as .xlsx and load it again.',
  sheetTooLong:
    'Reading the workbook took too long and was stopped. Nothing was written. Split it into smaller parts and import those.',
  sheetTooHeavy:
    'The workbook needs too much memory to read and was stopped. Nothing was written. Remove unused rows, columns and formats and import it again.',
  sheetTooLarge:
    'The workbook has more than 30 sheets or 5,000 rows, far more than a plan. Please load the part with the tasks as a file of its own.',
  hiddenSheets: (n) =>
    n === 1
      ? 'The workbook has a hidden sheet, which was not read.'
      : `The workbook has ${number.format(n)} hidden sheets, which were not read.`,
  hiddenRows: (n) =>
    n === 1
      ? 'The workbook has a hidden row, which was not read. If it is needed, please unhide it or clear the filter and load the file again.'
      : `The workbook has ${number.format(n)} hidden rows, which were not read. If they are needed, please unhide them or clear the filter and load the file again.`,
  emptyFormulas: (n) =>
    n === 1
      ? 'The workbook has a formula without a result, which was read as empty. Please open it in Excel and save it again.'
      : `The workbook has ${number.format(n)} formulas without results, which were read as empty. Please open it in Excel and save it again.`,
  oldWord:
    'A document of an old Word version (.doc): automatic numbers and merged cells cannot be read. If possible, please save it as .docx and load that instead.',
  brokenOldWord:
    'The .doc file is damaged or too complex to read. Please open it in Word, save it as .docx and load it again.',
  converted: (encoding: string) =>
    `The text was written in the ${encoding} encoding and has been converted to Unicode. Please compare it with the original.`,
  setAside: (n: number) =>
    `${count(n, 'line', 'lines')} of the web page’s own frame (menus, links, comments) set aside and not read.`,
  brokenPdf:
    'The PDF file is damaged or has no pages, so it cannot be opened. Please export the PDF again from the original, or load the .docx file.',
  encryptedPdf:
    'The PDF file has a password, so it cannot be opened. Please remove the password, save the PDF and load it again.',
  heavyPdf:
    'The PDF file is far larger or more complex than a document, so it was not opened. Please export the PDF again from the original, or load the .docx file.',
  scanned: (pages) =>
    `Page ${pages} was recognised from a picture; words and figures may be wrong. Please compare with the paper before approving.`,
  scanRepaired: (n, examples) =>
    `${number.format(n)} misread places were put right by machine (${examples}). Please check them.`,
  scanLost: (pages) =>
    `Page ${pages} could not be recognised. Please enter this part from the paper, or scan the page again.`,
  scanFailed:
    'No words could be recognised in the scan. Please scan it again more clearly (200–300 dpi), or load the .docx file.',
  scanTooLong: (pages, most) =>
    `The file has ${number.format(pages)} scanned pages, more than the ${number.format(most)} that are recognised at once. Please put the part with the duties into a file of its own and load that.`,
  cures: {
    picture: 'Please save the picture as a PDF, whose letters the system recognises, or load the .docx file.',
    program: 'Please load the plan as .docx or PDF.',
    rtf: 'Please open it in Word, save it as .docx and load it again.',
    rar: 'Please unpack it and load the files inside one by one.',
    sevenZip: 'Please unpack it and load the files inside one by one.',
    zip: 'Please unpack it and load the files inside one by one.',
    slides: 'Please export it as a PDF and load that.',
    openDocument: 'Please open it in Word or LibreOffice, save it as .docx or .xlsx and load it again.',
    mail: 'Please save the attached file and load that.',
    oldOffice: 'Please open it in the program it was made with, save it as .docx or PDF and load it again.',
  },
}
