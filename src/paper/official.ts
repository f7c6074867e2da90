// An official document that leaves the house: what it says of itself, its parts, who signs. Pure data, written as Word by
// official-docx.ts in the form of Decree 30/2020/NĐ-CP, Appendix I, or of the Party's guideline. No clock: the same paper
// gives the same bytes. Number, date and signature stay blank until it is issued.
import { z } from 'zod'

/** Signing for the collective, for the head, by order, by mandate, acting (Decree 30/2020/NĐ-CP, article 13). */
export const AUTHORITIES = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const
export type Authority = (typeof AUTHORITIES)[number]

const Text = z.string().normalize('NFC').max(20_000)
const Line = z.string().normalize('NFC').trim().max(1000)

/** `day`: "yyyy-mm-dd", printed dd/mm/yyyy. */
export const Cell = z.union([Text, z.number(), z.object({ day: z.iso.date() }), z.null()])

export const Column = z.object({
  label: Line,
  /** Millimetres; of sentences their share of what the others leave. */
  width: z.number(),
  kind: z.enum(['text', 'mark', 'number', 'day']),
})

export const Block = z.discriminatedUnion('kind', [
  /** "I.", "1.", "a)": `label` is printed as given and may be empty. */
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(3), label: Line, text: Text }),
  z.object({ kind: z.literal('paragraph'), text: Text, italics: z.boolean().optional() }),
  z.object({ kind: z.literal('table'), columns: z.array(Column), rows: z.array(z.array(Cell)) }),
])
export type Block = z.infer<typeof Block>

/** A table on pages of its own, lying on their side, with page numbers of their own. */
export const Appendix = z.object({
  title: Line,
  columns: z.array(Column),
  rows: z.array(z.array(Cell)),
  notes: z.array(Line),
})
export type Appendix = z.infer<typeof Appendix>

export const Signature = z.object({
  authority: z.enum(AUTHORITIES).nullable(),
  /** Over the title: "ỦY BAN NHÂN DÂN" behind TM., "CHỦ TỊCH" behind KT.; empty when the head signs in their own name. */
  for: Line,
  /** "CHỦ TỊCH", "PHÓ GIÁM ĐỐC". */
  title: Line,
  /** Of whoever signs; blank until then. */
  name: Line,
})
export type Signature = z.infer<typeof Signature>

export const OfficialPaper = z.object({
  profile: z.enum(['state', 'party']),
  issuer: z.object({ superior: Line.nullable(), name: Line }),
  place: Line,
  /** "Số: 12/BC-STC": null leaves the number blank. */
  number: z.string().max(20).nullable(),
  /** "BC-STC"; of a letter agency and unit, "STC-TH". */
  symbol: z.string().max(60),
  /** "yyyy-mm-dd"; null leaves the day blank. */
  date: z.iso.date().nullable(),
  /** Year and month that stand in the head while the day is blank. */
  drawnOn: z.iso.date(),
  /** "BÁO CÁO"; null for a letter (công văn), whose subject stands under the number as "V/v …". */
  type: Line.nullable(),
  subject: Line,
  /** "Kính gửi:"; empty when the document goes to everybody. */
  addressees: z.array(Line).max(300),
  /** "Căn cứ …", each without its last sign. */
  basis: z.array(Text).max(100),
  body: z.array(Block).max(20_000),
  signature: Signature,
  /** "Nơi nhận:", each without dash and last sign; the last one says who keeps it ("Lưu: VT, TH"). */
  recipients: z.array(Line).max(300),
  appendices: z.array(Appendix).max(50),
})
export type OfficialPaper = z.infer<typeof OfficialPaper>
