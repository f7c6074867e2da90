// Papers on their way as server and browser exchange them: the list, the page of one, its text as it is edited, the steps.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import { Appendix, AUTHORITIES, type Block, Cell, Column, OfficialPaper } from '../paper/official.ts'
import * as words from '../vocabulary/words.ts'
import { KINDS, REPLIES, RESULTS, STANCES, STATES, STEP_KINDS } from './dossier.ts'

export const MOST_FILES = 20
export const MOST_ASKED = 300
/** Working days a clock may be given: three months. */
export const MOST_WORKING_DAYS = 60
/** Rows of a table that the page shows; the exported paper has all. */
export const SHOWN_ROWS = 30

const Day = z.iso.date()
const Count = z.number().int()
export const AgencyRef = z.object({ id: z.uuid(), name: z.string() })
export type AgencyRef = z.infer<typeof AgencyRef>

/** What the tabs of the list show. */
export const TABS = [
  'mine',
  'draft',
  'opinions',
  'appraisal',
  'submitted',
  'issued',
  'withdrawn',
  'all',
] as const
export type Tab = (typeof TABS)[number]

export const PaperFilter = z.object({
  state: z.enum(TABS).default('mine'),
  kind: z.enum(KINDS).optional(),
  /** Issued or written by it. */
  agency: z.uuid().optional(),
  plan: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(200).optional(),
})
export type PaperFilter = z.infer<typeof PaperFilter>

/** The filter in an address; what is not understood is left out, so that an old link still opens a list. */
export function readFilter(search: Record<string, unknown>): PaperFilter {
  const known = Object.entries(PaperFilter.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return PaperFilter.parse(Object.fromEntries(known))
}

export const addressOf = (filter: Partial<PaperFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString()

export const PaperQuery = PaperFilter.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) })

/** What somebody is waited for to do. */
export const TURNS = ['answer', 'appraise', 'reply', 'write', 'sign'] as const
export type Turn = (typeof TURNS)[number]

export const PaperRow = z.object({
  id: z.uuid(),
  kind: z.enum(KINDS),
  title: z.string(),
  state: z.enum(STATES),
  agency: AgencyRef,
  drafter: AgencyRef,
  waitingSince: Day,
  asked: Count,
  answered: Count,
  silent: Count,
  /** The nearest last day of an agency that is waited for. */
  dueOn: Day.nullable(),
  /** "05/BC-STC". */
  number: z.string().nullable(),
  signedOn: Day.nullable(),
  /** What this person's agency has to do; null when nothing. */
  turn: z.enum(TURNS).nullable(),
})
export type PaperRow = z.infer<typeof PaperRow>

export const PaperList = z.object({ rows: z.array(PaperRow), next: z.string().nullable(), today: Day })
export type PaperList = z.infer<typeof PaperList>

export const PaperCounts = z.object({ counts: z.record(z.enum(TABS), Count), agencies: z.array(AgencyRef) })
export type PaperCounts = z.infer<typeof PaperCounts>

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const NamedFile = z.object({ hash: Hash, name: z.string().normalize('NFC').trim().min(1).max(200) })
const Files = z.array(NamedFile).max(MOST_FILES).default([])
export const StoredFile = z.object({ hash: z.string(), name: z.string(), media: z.string(), size: Count })

/** Stored text is NFC, whatever keyboard it came from. */
const Note = z.string().normalize('NFC').trim().max(20_000)
const reason = (what: keyof typeof words.signing.textRequired) =>
  Note.min(1, { error: () => words.signing.textRequired[what] })
const daysForm = { error: () => words.signing.daysForm(MOST_WORKING_DAYS) }
const WorkingDays = z.int(daysForm).min(1, daysForm).max(MOST_WORKING_DAYS, daysForm)

export const StepForm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ask'),
    agencyIds: z
      .array(z.uuid())
      .min(1, { error: () => words.signing.askNobody })
      .max(MOST_ASKED)
      .transform((ids) => [...new Set(ids)]),
    days: WorkingDays,
    text: Note.default(''),
  }),
  z
    .object({
      kind: z.literal('answer'),
      opinionId: z.uuid(),
      stance: z.enum(STANCES, { error: () => words.signing.stanceRequired }),
      text: Note.default(''),
      /** Number and day of the paper on which it came. */
      document: z.string().normalize('NFC').trim().max(200).default(''),
      files: Files,
    })
    .refine(({ stance, text }) => stance === 'agree' || text !== '', {
      error: () => words.signing.textRequired.answer,
      path: ['text'],
    }),
  z.object({
    kind: z.literal('reply'),
    opinionId: z.uuid(),
    reply: z.enum(REPLIES, { error: () => words.signing.replyRequired }),
    text: reason('reply'),
  }),
  z.object({
    kind: z.literal('send'),
    toAgencyId: z.uuid({ error: () => words.signing.appraiserRequired }),
    days: WorkingDays,
    text: Note.default(''),
    skipOpinions: Note.default(''),
  }),
  z.object({
    kind: z.literal('appraise'),
    result: z.enum(RESULTS, { error: () => words.signing.resultRequired }),
    text: reason('appraise'),
    document: z.string().normalize('NFC').trim().max(200).default(''),
    files: Files,
  }),
  z.object({
    kind: z.literal('submit'),
    text: Note.default(''),
    skipOpinions: Note.default(''),
    skipAppraisal: Note.default(''),
  }),
  z.object({ kind: z.literal('return'), text: reason('return') }),
  z.object({ kind: z.literal('recall'), text: reason('recall') }),
  z.object({ kind: z.literal('withdraw'), text: reason('withdraw') }),
  z.object({ kind: z.literal('reopen'), text: reason('reopen') }),
])
export type StepForm = z.infer<typeof StepForm>
export type StepInput = z.input<typeof StepForm>

export const StepTaken = z.object({ id: z.uuid(), version: Count, state: z.enum(STATES) })
export type StepTaken = z.infer<typeof StepTaken>

/** What stands beside the signed file. */
export const IssueForm = z.object({
  number: z.coerce
    .number({ error: () => words.signing.numberForm })
    .int({ error: () => words.signing.numberForm })
    .min(1, { error: () => words.signing.numberForm })
    .max(99_999, { error: () => words.signing.numberForm }),
  symbol: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => words.signing.symbolRequired })
    .max(60),
  signedOn: z.iso.date({ error: () => words.signing.signedOnForm }),
  signer: z
    .string()
    .normalize('NFC')
    .trim()
    .min(2, { error: () => words.signing.signerRequired })
    .max(100),
})
export type IssueForm = z.infer<typeof IssueForm>

export const Issued = StepTaken.extend({
  /** What the room of its kind could not do; null when all was done. */
  consequence: z.string().nullable(),
})

const [Heading, Paragraph] = OfficialPaper.shape.body.element.options

/** Tables stay as they are: the text names them by their place in it. */
const EditedBlock = z.discriminatedUnion('kind', [
  Heading,
  Paragraph,
  z.object({ kind: z.literal('table'), at: Count.min(0) }),
])
export type EditedBlock = z.infer<typeof EditedBlock>

const { type, subject, symbol, place, addressees, basis, recipients } = OfficialPaper.shape
export const PaperEdit = z.object({
  ...{ type, symbol, place, addressees, basis, recipients },
  subject: subject.min(1, { error: () => words.signing.subjectRequired }),
  body: z.array(EditedBlock).max(20_000),
  signature: z.object({
    authority: z.enum(AUTHORITIES).nullable(),
    for: z.string().normalize('NFC').trim().max(1000),
    title: z.string().normalize('NFC').trim().max(1000),
  }),
})
export type PaperEdit = z.infer<typeof PaperEdit>

/** The paper with what was edited; tables and appendices stay. Refuses a table that is not there. */
export function applyEdit(paper: OfficialPaper, { body, signature, ...edit }: PaperEdit): OfficialPaper {
  const blocks = body.map((block): Block => {
    if (block.kind !== 'table') return block
    const table = paper.body[block.at]
    if (table?.kind !== 'table') throw new Refusal('invalid', 'dossier.table', words.signing.tableGone)
    return table
  })
  return { ...paper, ...edit, body: blocks, signature: { ...signature, name: '' } }
}

const ShownTable = z.object({
  kind: z.literal('table'),
  at: Count,
  columns: z.array(Column),
  rows: z.array(z.array(Cell)),
  total: Count,
})
const ShownBlock = z.discriminatedUnion('kind', [Heading, Paragraph, ShownTable])
export type ShownBlock = z.infer<typeof ShownBlock>

/** A paper as its page shows it: long tables cut short. */
export const ShownPaper = OfficialPaper.extend({
  body: z.array(ShownBlock),
  appendices: z.array(Appendix.extend({ total: Count })),
})
export type ShownPaper = z.infer<typeof ShownPaper>

export function shownPaper(paper: OfficialPaper): ShownPaper {
  const cut = <T extends { rows: OfficialPaper['appendices'][number]['rows'] }>(table: T) => ({
    ...table,
    rows: table.rows.slice(0, SHOWN_ROWS),
    total: table.rows.length,
  })
  return {
    ...paper,
    body: paper.body.map((block, at) => (block.kind === 'table' ? { ...cut(block), at } : block)),
    appendices: paper.appendices.map(cut),
  }
}

export const ShownOpinion = z.object({
  id: z.uuid(),
  agency: AgencyRef,
  /** Whom it was asked of first, where its place has passed on. */
  askedOf: z.string().nullable(),
  isFront: z.boolean(),
  round: Count,
  askedOn: Day,
  dueOn: Day,
  stance: z.enum(STANCES).nullable(),
  answeredOn: Day.nullable(),
  isLate: z.boolean(),
  lapsedOn: Day.nullable(),
  recalled: z.boolean(),
  reply: z.enum(REPLIES).nullable(),
  /** Working days left, negative when it has gone by; null when nobody waits for it. */
  workingDaysLeft: Count.nullable(),
  answerText: z.string(),
  answerBy: z.string().nullable(),
  document: z.string().nullable(),
  replyText: z.string(),
  stepId: z.uuid().nullable(),
  files: z.array(StoredFile),
  /** This person is of the agency asked; others may record what came on paper. */
  isMine: z.boolean(),
  /** Whether this person may answer it now. */
  whyNotAnswer: z.string().nullable(),
})
export type ShownOpinion = z.infer<typeof ShownOpinion>

export const StoryStep = z.object({
  id: z.uuid(),
  kind: z.enum(['open', ...STEP_KINDS, 'lapse', 'transfer']),
  actor: z.string(),
  inPlaceOf: z.string().nullable(),
  agency: z.string().nullable(),
  at: z.iso.datetime(),
  onDay: Day,
  text: z.string(),
  /** Whose opinion it is about. */
  opinionOf: z.string().nullable(),
  stance: z.enum(STANCES).nullable(),
  reply: z.enum(REPLIES).nullable(),
  toAgency: z.string().nullable(),
  days: Count.nullable(),
  dueOn: Day.nullable(),
  result: z.enum(RESULTS).nullable(),
  document: z.string().nullable(),
  skipOpinions: z.string().nullable(),
  skipAppraisal: z.string().nullable(),
  consequence: z.string().nullable(),
  /** How many agencies it asked. */
  asked: Count,
  files: z.array(StoredFile),
})
export type StoryStep = z.infer<typeof StoryStep>

export const SigningRule = z.object({
  kind: z.enum(KINDS),
  maySkipOpinions: z.boolean(),
  maySkipAppraisal: z.boolean(),
  /** Working days proposed for opinions. */
  opinionDays: WorkingDays,
  version: Count,
})
export type SigningRule = z.infer<typeof SigningRule>
export const RuleForm = SigningRule.omit({ kind: true, version: true })
export type RuleForm = z.infer<typeof RuleForm>
export const RuleList = z.object({ rules: z.array(SigningRule) })

export const Dossier = z.object({
  id: z.uuid(),
  version: Count,
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  title: z.string(),
  agency: AgencyRef.extend({ kind: z.string() }),
  drafter: AgencyRef,
  appraiser: AgencyRef.nullable(),
  appraiseBy: Day.nullable(),
  appraisal: z.enum(RESULTS).nullable(),
  hasAsked: z.boolean(),
  round: Count,
  openedOn: Day,
  waitingSince: Day,
  today: Day,
  plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }).nullable(),
  assignmentId: z.uuid().nullable(),
  paper: ShownPaper,
  /** "05/BC-STC" once it is issued. */
  number: z.string().nullable(),
  signedOn: Day.nullable(),
  signer: z.string().nullable(),
  fileName: z.string().nullable(),
  /** The next number of its series this year; only for whoever may record it now. */
  nextNumber: Count.nullable(),
  opinions: z.array(ShownOpinion),
  steps: z.array(StoryStep),
  rule: SigningRule,
  /** Times at which the text went out, for comparing. */
  rounds: z.array(z.object({ round: Count, kind: z.enum(['ask', 'send', 'submit']), onDay: Day })),
  whyNotEdit: z.string().nullable(),
  whyNot: z.record(z.enum(STEP_KINDS), z.string().nullable()),
})
export type Dossier = z.infer<typeof Dossier>

/** Two texts of a paper; `round` 0 is the one of now. */
export const TextsQuery = z.object({
  from: z.coerce.number().int().min(0),
  to: z.coerce.number().int().min(0),
})
export const Texts = z.object({ from: z.string(), to: z.string() })

/** A blank paper: a letter, a plan, a report … of one's own agency, or for the provincial committee. */
export const BlankForm = z.object({
  kind: z.enum(['plan', 'report', 'letter']),
  /** Who issues it: one's own agency when left out. */
  agencyId: z.uuid().nullable().default(null),
  /** "KẾ HOẠCH"; null for a letter. */
  type: z.string().normalize('NFC').trim().toUpperCase().max(100).nullable(),
  subject: subject.min(1, { error: () => words.signing.subjectRequired }),
})
export type BlankForm = z.infer<typeof BlankForm>

export const DutyPaperForm = BlankForm.omit({ kind: true })
export type DutyPaperForm = z.infer<typeof DutyPaperForm>

export const Opened = z.object({ id: z.uuid(), version: Count })

/** What the page of an assignment shows of its papers. */
export const OfAssignment = z.object({
  whyNotOpen: z.string().nullable(),
  /** Proposed for the new paper, from what the duty is to produce. */
  proposal: z.object({ type: z.string().nullable(), subject: z.string() }),
  papers: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      state: z.enum(STATES),
      number: z.string().nullable(),
      signedOn: Day.nullable(),
      fileName: z.string().nullable(),
    }),
  ),
})
export type OfAssignment = z.infer<typeof OfAssignment>
