import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

export const extract: typeof vi.extract = {
  title: 'Look-up extracts',
  hint: 'What the register says, on paper with a QR code. Whoever scans it sees what the register says on that day; nothing personal. It does not stand for a certificate of registration.',
  make: 'Make an extract',
  purpose: 'What for',
  empty: 'No extract of this cooperative yet.',
  line: (purpose: string, by: string, at: string) => `${purpose} (${by}, ${at})`,
  views: (n: number, last: string | null) =>
    n === 0
      ? 'Nobody has looked it up'
      : `Looked up ${number.format(n)} times${last ? `, last at ${last}` : ''}`,
  openPrint: 'Print view',
  word: 'Word',
  print: 'Print',
  withdraw: 'Withdraw',
  withdrawHint: 'Once withdrawn, the QR code on printed copies leads nowhere.',
  withdrawn: (by: string, at: string, why: string) => `Withdrawn (${by}, ${at}). Reason: ${why}`,
  reason: 'Why it is withdrawn',
  asOf: (day: string) => `By the register of ${printDay(day)}`,
  ofProvince: (province: string) => `Register of cooperatives of ${province}`,
  noCertificate:
    'This is information from a register. It is no certificate of registration and does not stand for papers of the registration office.',
  scan: 'Scan to see what the register says today',
  qr: 'QR code that leads to the look-up page',
  statusSince: (status: string, since: string) => `${status} (since ${printDay(since)})`,
  money: (n: number) => `${number.format(n)} đồng`,
  notEntered: 'Not entered',
  lookup: {
    title: 'Cooperative look-up',
    today: (day: string) => `The register on ${printDay(day)}`,
    madeOn: (day: string) => `The extract was made on ${printDay(day)}; what stands below is of today.`,
    failed: 'Not found',
  },
  paper: {
    title: 'Extract of the register of cooperatives',
    what: 'What',
    said: 'The register says',
    address: (address: string) => `Look it up at: ${address}`,
    file: 'extract',
  },
  notYours:
    'Only the agency that keeps the register of cooperatives, or the commune or ward where one is registered, makes and withdraws extracts.',
  refusal: {
    missing: 'This cooperative or extract is not there. The row may have been voided.',
    withdrawnPaper: 'This extract was withdrawn and is not printed any more. Make a new one.',
    withdrawnAlready: 'This extract was withdrawn before.',
    noSuchAddress:
      'No extract has this address. Scan the code again, or ask the office that gave you the extract.',
    withdrawn:
      'This extract was withdrawn and can no longer be looked up. Ask the office that gave it to you for a new one.',
    gone: 'The register no longer has this cooperative. Ask the office that gave you the extract.',
  },
  form: {
    purpose: 'Say what it is for.',
    reason: 'Say why it is withdrawn.',
    long: 'At most 300 characters.',
  },
}
