// How each part of a document looks, as a table (Decree 30/2020/NĐ-CP, Appendix I, II and III). A part of the Party's
// documents is held only against what its guideline surely says; legal documents share the rows marked so.
import { type FormLine, isCapitals, isMostly, lettersOf, sizeOf } from './form.ts'
import type { FormParts, FormProfile } from './form-part.ts'

export type PartName =
  | 'nation'
  | 'motto'
  | 'superior'
  | 'issuer'
  | 'number'
  | 'date'
  | 'type'
  | 'subject'
  | 'about'
  | 'addressees'
  | 'basis'
  | 'authority'
  | 'signer'
  | 'recipientsHead'
  | 'recipients'
  | 'appendix'
  | 'appendixTitle'
  | 'reference'

export interface Look {
  of: (parts: FormParts) => readonly (FormLine | null)[]
  profiles: readonly FormProfile[]
  /** Points, from – to. */
  size?: readonly [number, number]
  bold?: boolean
  italic?: boolean
  capitals?: boolean
  centred?: boolean
  /** Where in Appendix I. */
  point: string
}

const STATE = ['state'] as const
const BOTH = ['state', 'normative'] as const

export const PART_LOOKS: Record<PartName, Look> = {
  nation: {
    of: (p) => [p.nation],
    profiles: BOTH,
    size: [12, 13],
    bold: true,
    italic: false,
    capitals: true,
    point: 'II.1.a',
  },
  motto: {
    of: (p) => [p.motto],
    profiles: BOTH,
    size: [13, 14],
    bold: true,
    italic: false,
    capitals: false,
    point: 'II.1.b',
  },
  superior: {
    of: (p) => p.superior,
    profiles: STATE,
    size: [12, 13],
    bold: false,
    italic: false,
    capitals: true,
    point: 'II.2.b',
  },
  issuer: {
    of: (p) => p.issuer,
    profiles: BOTH,
    size: [12, 13],
    bold: true,
    italic: false,
    capitals: true,
    point: 'II.2.b',
  },
  number: {
    of: (p) => [p.number],
    profiles: STATE,
    size: [13, 13],
    bold: false,
    italic: false,
    point: 'II.3.c',
  },
  date: { of: (p) => [p.date], profiles: STATE, size: [13, 14], bold: false, italic: true, point: 'II.4.c' },
  type: {
    of: (p) => [p.type],
    profiles: STATE,
    size: [13, 14],
    bold: true,
    italic: false,
    capitals: true,
    centred: true,
    point: 'II.5.b',
  },
  subject: {
    of: (p) => p.subject,
    profiles: STATE,
    size: [13, 14],
    bold: true,
    italic: false,
    capitals: false,
    point: 'II.5.b',
  },
  about: {
    of: (p) => [p.about],
    profiles: STATE,
    size: [12, 13],
    bold: false,
    italic: false,
    point: 'II.5.b',
  },
  addressees: {
    of: (p) => [p.addressees],
    profiles: STATE,
    size: [13, 14],
    bold: false,
    italic: false,
    point: 'II.9.d',
  },
  basis: { of: (p) => p.basis, profiles: STATE, size: [13, 14], italic: true, point: 'II.6.a' },
  authority: {
    of: (p) => p.authority,
    profiles: STATE,
    size: [13, 14],
    bold: true,
    italic: false,
    capitals: true,
    point: 'II.7.đ',
  },
  signer: {
    of: (p) => [p.signer],
    profiles: STATE,
    size: [13, 14],
    bold: true,
    italic: false,
    point: 'II.7.đ',
  },
  recipientsHead: {
    of: (p) => [p.recipientsHead],
    profiles: STATE,
    size: [12, 12],
    bold: true,
    italic: true,
    point: 'II.9.d',
  },
  recipients: {
    of: (p) => p.recipients,
    profiles: STATE,
    size: [11, 11],
    bold: false,
    italic: false,
    point: 'II.9.d',
  },
  appendix: {
    of: (p) => p.appendices.map(({ head }) => head),
    profiles: STATE,
    size: [14, 14],
    bold: true,
    italic: false,
    capitals: false,
    centred: true,
    point: 'III.1.b',
  },
  appendixTitle: {
    of: (p) => p.appendices.flatMap(({ title }) => title),
    profiles: STATE,
    size: [13, 14],
    bold: true,
    italic: false,
    capitals: true,
    centred: true,
    point: 'III.1.b',
  },
  reference: {
    of: (p) => p.appendices.map(({ reference }) => reference),
    profiles: STATE,
    size: [13, 14],
    bold: false,
    italic: true,
    point: 'III.1.c',
  },
}

export type Face = 'bold' | 'notBold' | 'italic' | 'upright' | 'capitals' | 'small' | 'center' | 'notCenter'
export type LookFault = { size: number; wanted: readonly [number, number] } | { face: Face; wanted: Face }

/** What of a line departs from the look; none for a line without letters. */
export function faultsOf(line: FormLine, look: Look): LookFault[] {
  if (lettersOf(line) === 0) return []
  const faults: LookFault[] = []
  const size = sizeOf(line)
  if (look.size && (size < look.size[0] || size > look.size[1])) faults.push({ size, wanted: look.size })
  const face = (wanted: boolean | undefined, is: boolean, isNot: boolean, yes: Face, no: Face) => {
    if (wanted === true && !is) faults.push({ face: no, wanted: yes })
    if (wanted === false && !isNot) faults.push({ face: yes, wanted: no })
  }
  const bold = (on: boolean) => isMostly(line, (form) => (form.bold ?? false) === on)
  const italic = (on: boolean) => isMostly(line, (form) => (form.italic ?? false) === on)
  // A line half in bold is neither: only what is wholly the other way departs.
  face(look.bold, !bold(false), !bold(true), 'bold', 'notBold')
  face(look.italic, !italic(false), !italic(true), 'italic', 'upright')
  face(look.capitals, isCapitals(line), !isCapitals(line), 'capitals', 'small')
  if (look.centred && line.paragraph.align !== 'center' && !line.cell)
    faults.push({ face: 'notCenter', wanted: 'center' })
  return faults
}
