// Registers as server and browser exchange them. One set of forms for all; the server narrows `values` to the columns of
// each register (values.ts), so that OpenAPI has them typed.
import { z } from 'zod'
import * as words from '../../vocabulary/words.ts'
import type { Values } from './register.ts'

const Day = z.iso.date()
const Moment = z.iso.datetime({ offset: true })
const Count = z.number().int()

/** A value of any column. A file is its hash, its name stands beside it as "<column>Name". */
const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export const AnyValues: z.ZodType<Values, Values> = z.record(z.string(), Value)

/** A register says nothing by itself: why somebody may not do a thing, worded for the screen; null when they may. */
const WhyNot = z.string().nullable()

/** Agencies and rows of other registers, by id: what they are called. */
const Labels = z.record(z.string(), z.string())

// The list -----------------------------------------------------------------------------------------------------------

/**
 * Names in an address that no column may have. `q` free text · `order` a column, "-column" for descending · `columns`
 * those shown, by comma · `after` the cursor · `on` the list as of a day · `void` those entered by mistake.
 */
export const LIST_WORDS = ['q', 'order', 'columns', 'after', 'limit', 'on', 'void'] as const

/** The words of every list; each register adds its columns (filter.ts says what may stand in them). */
export const ListWords = z.object({
  q: z.string().trim().max(200).optional(),
  order: z.string().max(60).optional(),
  columns: z.string().max(1000).optional(),
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  on: Day.optional(),
  void: z.enum(['true', 'false']).default('false'),
})

export const rowOf = <V extends z.ZodType<Values, Values>>(values: V) =>
  z.object({
    id: z.uuid(),
    version: Count,
    /** The day from which this form of the row counts. */
    since: Day,
    isVoid: z.boolean(),
    /** What names the row. */
    title: z.string(),
    /** The chosen columns in a list, all of them in a row. Personal ones are masked ("•••123"). */
    values,
    /** Derived columns; null where a part is missing. */
    derived: z.record(z.string(), z.number().nullable()),
  })
export type ListRow = z.infer<ReturnType<typeof rowOf<typeof AnyValues>>>

const MayCreate = z.object({
  create: WhyNot,
  /** The places whose rows one may enter; null: all. */
  places: z.array(z.uuid()).nullable(),
})

export const listPageOf = <V extends z.ZodType<Values, Values>>(values: V) =>
  z.object({
    rows: z.array(rowOf(values)),
    next: z.string().nullable(),
    count: Count,
    /** There are more than `count`: counting them all would have taken too long. */
    isMore: z.boolean(),
    labels: Labels,
    may: MayCreate,
  })
export type ListPage = z.infer<ReturnType<typeof listPageOf<typeof AnyValues>>>

// One row ------------------------------------------------------------------------------------------------------------

const Warning = z.object({ at: z.string(), message: z.string() })
/** What looks wrong and is kept all the same: a code whose check digit does not fit. */
export type Warning = z.infer<typeof Warning>

export const rowPageOf = <V extends z.ZodType<Values, Values>>(values: V) =>
  rowOf(values).extend({
    labels: Labels,
    /** The last change. */
    act: z.string(),
    at: Moment,
    actor: z.string(),
    reason: z.string(),
    /** Personal columns whose value is masked here. */
    masked: z.array(z.string()),
    warnings: z.array(Warning),
    may: z.object({
      change: WhyNot,
      void: WhyNot,
      restore: WhyNot,
      reveal: WhyNot,
      /** Every step of the register that begins at the row's state. */
      steps: z.array(z.object({ step: z.string(), why: WhyNot })),
    }),
  })
export type RowPage = z.infer<ReturnType<typeof rowPageOf<typeof AnyValues>>>

/** Personal values in full; that somebody read them is in the audit. */
export const Revealed = z.object({ values: AnyValues })
export type Revealed = z.infer<typeof Revealed>

// Writing ------------------------------------------------------------------------------------------------------------

const Reason = z.string().trim().max(1000)
const said = {
  /** The day from which it counts; left out: today, of a new row the day its register names. */
  since: Day.optional(),
  reason: Reason.default(''),
}

/** POST …/rows. */
export const createFormOf = <V extends z.ZodType<Values, Values>>(values: V) => z.object({ values, ...said })
/** PATCH …/rows/:id. Columns left out stay as they are; null empties one. */
export const changeFormOf = <V extends z.ZodType<Values, Values>>(values: V) => z.object({ values, ...said })
/** POST …/rows/:id/steps. `values`: columns the step needs, filled in with it. */
export const stepFormOf = <V extends z.ZodType<Values, Values>>(values: V) =>
  z.object({ step: z.string().max(60), values: values.optional(), ...said })
/** POST …/rows/:id/void and …/restore. */
export const VoidForm = z.object({ reason: Reason.min(1, { error: () => words.register.reasonMissing }) })

export type RowForm = z.input<ReturnType<typeof createFormOf<typeof AnyValues>>>
export type StepForm = z.input<ReturnType<typeof stepFormOf<typeof AnyValues>>>
export type VoidForm = z.infer<typeof VoidForm>

export const Saved = z.object({ id: z.uuid(), version: Count, warnings: z.array(Warning) })
export type Saved = z.infer<typeof Saved>

/** POST …/files, before the form that names it is sent. */
export const Stored = z.object({ hash: z.string(), name: z.string(), size: Count })
export type Stored = z.infer<typeof Stored>

// History ------------------------------------------------------------------------------------------------------------

/** One form of the row and what it changed; story.ts makes sentences of it. Personal values are masked. */
const Fact = z.object({
  version: Count,
  /** It counted from this day … */
  since: Day,
  /** … until before that one; null: it counts today. */
  until: Day.nullable(),
  act: z.string(),
  at: Moment,
  actor: z.string(),
  reason: z.string(),
  /** The import it came with. */
  batch: z.object({ id: z.uuid(), fileName: z.string() }).nullable(),
  isVoid: z.boolean(),
  changes: z.array(z.object({ column: z.string(), before: Value, after: Value })),
})
export type Fact = z.infer<typeof Fact>

/** The last change first. */
export const History = z.object({ facts: z.array(Fact), labels: Labels })
export type History = z.infer<typeof History>

// What points to a row -----------------------------------------------------------------------------------------------

export const Related = z.array(
  z.object({
    register: z.string(),
    /** Its column that points here: the list is /registers/<register>?<column>=<id>. */
    column: z.string(),
    count: Count,
    /** The first ones, in the order of their list, with its listed columns. */
    rows: z.array(rowOf(AnyValues)),
    labels: Labels,
    may: MayCreate,
  }),
)
export type Related = z.infer<typeof Related>

// All registers, and who keeps them ----------------------------------------------------------------------------------

export const Overview = z.array(
  z.object({
    name: z.string(),
    /** Rows that stand today. */
    count: Count,
    /** By the value of the state column; empty without states. */
    states: z.record(z.string(), Count),
    lastChange: z.object({ at: Moment, actor: z.string() }).nullable(),
    lastImport: z.object({ at: Moment, actor: z.string(), fileName: z.string() }).nullable(),
    may: MayCreate,
    /** Whether one keeps the whole register: imports, steps of keepers. */
    keeps: z.boolean(),
  }),
)
export type Overview = z.infer<typeof Overview>

export const Keepers = z.object({
  agencies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Why one may not name them. */
  whyNotKeep: WhyNot,
})
export type Keepers = z.infer<typeof Keepers>

/** PUT …/keepers: the agencies from now on, and those seen before, so that nobody overwrites unseen. */
export const KeepersForm = z.object({
  agencyIds: z.array(z.uuid()).max(50),
  seen: z.array(z.uuid()).max(50),
})
export type KeepersForm = z.infer<typeof KeepersForm>

/** GET …/choices?q= : rows that a reference may point to, the best first. */
export const Choices = z.array(z.object({ id: z.uuid(), title: z.string(), code: z.string() }))
export type Choices = z.infer<typeof Choices>
