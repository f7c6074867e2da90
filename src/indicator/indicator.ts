// Indicators: what is counted or entered, the targets of plans, the values of periods and places, and how the two compare.
// Forms and answers that server and browser share.
//
// GET  /api/indicators?search&after&plan          IndicatorList     POST /api/indicators (key)            IndicatorForm -> Indicator
// GET  /api/indicators/:id                        IndicatorPage     PATCH /api/indicators/:id (version)   IndicatorChange -> Indicator
// GET  /api/indicators/:id/figure?day&area&byArea FigureAnswer      POST /api/indicators/try              TryForm -> FigureAnswer
// GET  /api/indicators/:id/records?day&area&side&atom&after         Records
// POST /api/indicators/:id/targets (key)          TargetForm        PATCH /api/indicator-targets/:id (version)   TargetChange
// GET  /api/indicators/:id/values?after           ValueList         POST /api/indicators/:id/values (key)        ValueForm, file
// PATCH /api/indicator-values/:id (version)       ValueChange       POST /api/indicator-values/:id/decision (version)  Decision
// POST /api/indicators/:id/snapshots (key)        SnapshotForm -> Value
// GET  /api/indicators/:id/objects?after          ObjectList        POST /api/indicators/:id/objects (key)       ObjectForm
// PATCH /api/indicator-objects/:id (version)      ObjectChange      PUT /api/…/evidence (version, file): /api/indicator-values/:id/evidence
// GET  /api/plans/:planId/indicators              PlanIndicators    PUT /api/plans/:planId/indicator-links (version)   LinkForm -> PlanIndicators
// GET  /api/plans/:planId/indicator-suggestions   Suggestions       GET, PUT /api/indicator-rule (version)       StatusRuleAnswer
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'
import { Formula } from './formula.ts'
import { STATES_OF_TARGET } from './status.ts'

const w = words.indicator

/** up: more is better · down: less is better · within: inside the range. */
export const DIRECTIONS = ['up', 'down', 'within'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** formula: computed from registers · objects: counted from its list of named objects · typed: entered by hand. */
export const WAYS = ['formula', 'objects', 'typed'] as const
export type Way = (typeof WAYS)[number]

/** As the plans print them: at least, at most, exactly, between, about. */
export const OPERATORS = ['>=', '<=', '=', 'range', '~'] as const

const text = (most: number, least: number, message: () => string) =>
  z.string().normalize('NFC').trim().min(least, { error: message }).max(most, { error: message })
const note = text(2000, 0, () => w.form.long)
/** Why something was changed: kept with the change. */
export const Reason = text(1000, 5, () => w.form.reason)

/** "2026", "2026-H1", "2026-Q3", "2026-11": data windows of NĐ 09/2019 Điều 12. */
export const PeriodKey = z
  .string()
  .regex(/^(19|20|21)\d\d(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$/, { error: () => w.form.period })
const Year = z.int().min(1990).max(2100)
const Amount = z.number().min(-1e15).max(1e15)

export const IndicatorForm = z
  .object({
    /** Its own number in the province's list; may be empty. */
    code: text(40, 0, () => w.form.long),
    name: text(300, 3, () => w.form.name),
    unit: text(60, 1, () => w.form.unit),
    direction: z.enum(DIRECTIONS),
    decimals: z.int().min(0).max(4),
    description: note,
    way: z.enum(WAYS),
    /** Only of way "formula". */
    formula: Formula.nullable(),
    /** Who enters and approves its values; null: the focal officers. */
    agencyId: z.uuid().nullable(),
  })
  .refine(({ way, formula }) => (way === 'formula') === (formula !== null), {
    error: () => w.form.formulaMissing,
    path: ['formula'],
  })
export type IndicatorForm = z.infer<typeof IndicatorForm>

export const IndicatorChange = IndicatorForm.safeExtend({
  reason: Reason,
  /** No longer offered and left out of the list; its values stay. */
  isRetired: z.boolean(),
})
export type IndicatorChange = z.infer<typeof IndicatorChange>

export const Indicator = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: z.enum(DIRECTIONS),
  decimals: z.int(),
  description: z.string(),
  way: z.enum(WAYS),
  formula: Formula.nullable(),
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  isRetired: z.boolean(),
  version: z.int(),
})
export type Indicator = z.infer<typeof Indicator>

/** A figure of one day: value, for shares with numerator and denominator. null: nothing to say it from. */
export const Figure = z.object({
  value: z.number().nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
})
export type Figure = z.infer<typeof Figure>

export const AreaFigure = Figure.extend({ areaId: z.uuid(), area: z.string() })
export type AreaFigure = z.infer<typeof AreaFigure>

/** Where the value shown comes from. */
export const SOURCES = ['computed', 'objects', 'typed'] as const

/** What is known of a moment: the computed value, the approved typed one beside it, and whether they differ. */
export const Known = z.object({
  /** The value that counts: computed where it can be, otherwise the typed one. null: not known. */
  value: z.number().nullable(),
  source: z.enum(SOURCES).nullable(),
  /** The day it is of. */
  day: z.iso.date(),
  computed: Figure.nullable(),
  typed: z.number().nullable(),
  /** Typed and computed are both there and differ at the indicator's decimals. Neither overwrites the other. */
  disagrees: z.boolean(),
})
export type Known = z.infer<typeof Known>

// Targets

export const TargetForm = z
  .object({
    /** The years it is for: one, or from … to. */
    fromYear: Year,
    toYear: Year,
    /** Every year of them, not by the end of them. */
    isYearly: z.boolean(),
    op: z.enum(OPERATORS),
    /** What is to be reached; of a range its two ends. Of "<=" only `max`, of ">=", "=" and "~" only `min`. */
    min: Amount.nullable(),
    max: Amount.nullable(),
    /** As printed, or where it was decided. */
    text: note,
    planId: z.uuid().nullable(),
    areaId: z.uuid().nullable(),
  })
  .refine(({ fromYear, toYear }) => fromYear <= toYear, { error: () => w.form.years, path: ['toYear'] })
  .refine(
    ({ op, min, max }) =>
      op === 'range' ? min !== null && max !== null && min <= max : (op === '<=' ? max : min) !== null,
    { error: () => w.form.bounds, path: ['min'] },
  )
export type TargetForm = z.infer<typeof TargetForm>
export const TargetChange = TargetForm.safeExtend({ reason: Reason, isVoid: z.boolean() })
export type TargetChange = z.infer<typeof TargetChange>

export const StatusName = z.enum(STATES_OF_TARGET)

export const Target = z.object({
  id: z.uuid(),
  fromYear: z.int(),
  toYear: z.int(),
  isYearly: z.boolean(),
  op: z.enum(OPERATORS),
  min: z.number().nullable(),
  max: z.number().nullable(),
  text: z.string(),
  plan: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  area: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** How it stands today: the rule is published, `why` says it in words. */
  status: StatusName,
  why: z.string(),
  version: z.int(),
})
export type Target = z.infer<typeof Target>

// Values

export const STATES_OF_VALUE = ['draft', 'approved', 'returned', 'replaced'] as const
export type ValueState = (typeof STATES_OF_VALUE)[number]

export const ValueForm = z.object({
  period: PeriodKey,
  /** null: the whole province. */
  areaId: z.uuid().nullable(),
  value: Amount,
  /** Document, report, minutes it is taken from. */
  source: text(1000, 3, () => w.form.source),
})
export type ValueForm = z.infer<typeof ValueForm>
/** A draft, or one that was returned: corrected and up for approval again. */
export const ValueChange = ValueForm.pick({ value: true, source: true })
export type ValueChange = z.infer<typeof ValueChange>

export const Decision = z
  .object({ decision: z.enum(['approve', 'return']), reason: note })
  .refine(({ decision, reason }) => decision === 'approve' || reason.length >= 5, {
    error: () => w.form.reason,
    path: ['reason'],
  })

/** Chốt số: the computed value of a day is kept, with a digest of the very rows it came from. */
export const SnapshotForm = z.object({ period: PeriodKey, areaId: z.uuid().nullable() })
export type SnapshotForm = z.infer<typeof SnapshotForm>

export const Value = z.object({
  id: z.uuid(),
  indicatorId: z.uuid(),
  period: z.string(),
  area: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  value: z.number(),
  source: z.string(),
  /** A snapshot of the computed value ("chốt số"), and the day it was computed for. */
  isSnapshot: z.boolean(),
  day: z.iso.date(),
  file: z.object({ hash: z.string(), name: z.string() }).nullable(),
  state: z.enum(STATES_OF_VALUE),
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string(),
  version: z.int(),
  /** What the one who asks may do with it now. */
  may: z.object({ change: z.boolean(), decide: z.boolean() }),
})
export type Value = z.infer<typeof Value>
export const ValueList = z.object({ values: z.array(Value), next: z.string().nullable() })

// Named objects

export const ObjectForm = z
  .object({
    name: text(300, 2, () => w.form.name),
    areaId: z.uuid().nullable(),
    /** The days on which it counts; without an end it still does. */
    fromDay: z.iso.date(),
    toDay: z.iso.date().nullable(),
    /** Decision, certificate, minutes. */
    source: text(1000, 3, () => w.form.source),
  })
  .refine(({ fromDay, toDay }) => !toDay || fromDay <= toDay, { error: () => w.form.days, path: ['toDay'] })
export type ObjectForm = z.infer<typeof ObjectForm>
export const ObjectChange = ObjectForm.safeExtend({ reason: Reason, isVoid: z.boolean() })
export type ObjectChange = z.infer<typeof ObjectChange>

export const NamedObject = z.object({
  id: z.uuid(),
  name: z.string(),
  area: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
  source: z.string(),
  file: z.object({ hash: z.string(), name: z.string() }).nullable(),
  version: z.int(),
})
export type NamedObject = z.infer<typeof NamedObject>
export const ObjectList = z.object({ objects: z.array(NamedObject), next: z.string().nullable() })

// Answers

export const IndicatorRow = Indicator.omit({ formula: true }).extend({
  now: Known,
  /** The target next to come (or the last one), with how it stands. */
  target: Target.nullable(),
})
export type IndicatorRow = z.infer<typeof IndicatorRow>
export const IndicatorList = z.object({
  indicators: z.array(IndicatorRow),
  total: z.int(),
  next: z.string().nullable(),
  mayDefine: z.boolean(),
})

/** One year of the trend. The figure of a year is that of the last day of its data window, of the present year today's. */
export const SeriesPoint = Known.extend({
  year: z.int(),
  /** The target line: the targets of that year, and between two targets nothing. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Approved "chốt số" of that year, and whether the registers say something else by now. */
  snapshot: z.number().nullable(),
  snapshotMoved: z.boolean(),
})
export type SeriesPoint = z.infer<typeof SeriesPoint>

export const Forecast = z.union([
  z.object({
    method: z.literal('least-squares'),
    /** How many yearly values it rests on, the years they are of. */
    points: z.int(),
    years: z.array(z.int()),
    /** What a year more brings. */
    slope: z.number(),
    values: z.array(z.object({ year: z.int(), value: z.number() })),
  }),
  /** Said why there is none. */
  z.object({ method: z.null(), why: z.string() }),
])
export type Forecast = z.infer<typeof Forecast>

export const HistoryEntry = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  /** What happened, as a sentence. */
  text: z.string(),
  reason: z.string(),
})

export const IndicatorPage = z.object({
  indicator: Indicator,
  /** The formula in words; null of typed ones. */
  sentence: z.string().nullable(),
  now: Known,
  targets: z.array(Target),
  series: z.array(SeriesPoint),
  forecast: Forecast,
  /** How many values wait for approval. */
  waiting: z.int(),
  plans: z.array(z.object({ id: z.uuid(), label: z.string() })),
  /** Whether its figures can be had by commune. */
  byArea: z.boolean(),
  history: z.array(HistoryEntry),
  may: z.object({ define: z.boolean(), enter: z.boolean(), decide: z.boolean() }),
})
export type IndicatorPage = z.infer<typeof IndicatorPage>

export const FigureAnswer = Figure.extend({
  day: z.iso.date(),
  area: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** By commune when asked for; what has no commune is not among them. */
  areas: z.array(AreaFigure),
  sentence: z.string(),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>
/** The builder asks what a formula gives before it is kept. */
export const TryForm = z.object({ formula: Formula, day: z.iso.date() })

/** The very rows that made the figure, as they stood that day. */
export const Records = z.object({
  /** Each register (or list of objects) that has a part in this side of the formula; `atom` is its place in it. */
  atom: z.int(),
  atoms: z.array(z.object({ register: z.string(), label: z.string(), sentence: z.string(), count: z.int() })),
  records: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      area: z.string(),
      /** The value summed, averaged or told apart; null when rows are just counted. */
      value: z.number().nullable(),
      /** What the conditions and the column looked at, in words. */
      facts: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  total: z.int(),
  next: z.string().nullable(),
})
export type Records = z.infer<typeof Records>

// Plans

/** What stands behind a printed indicator: a definition, a ready-made one (made on publishing), a new typed one, or none. */
export const LinkTo = z.union([
  z.object({ indicator: z.uuid() }),
  z.object({ ready: z.string().min(1).max(60) }),
  z.object({
    make: z.object({ name: text(300, 3, () => w.form.name), unit: text(60, 1, () => w.form.unit) }),
  }),
  z.object({ none: z.literal(true) }),
])
export type LinkTo = z.infer<typeof LinkTo>

/** Of a published plan: one printed indicator and what stands behind it. If-Match: `version` of its PlanIndicator. */
export const LinkForm = z.object({ printedId: z.string().min(1).max(60), to: LinkTo })
export type LinkForm = z.infer<typeof LinkForm>

export const Suggestion = z.object({
  to: LinkTo,
  name: z.string(),
  unit: z.string(),
  /** 0 to 1. */
  score: z.number(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** For the review screen: what each printed indicator may mean, the likeliest first. `sure`: links unless decided otherwise. */
export const Suggestions = z.object({
  printed: z.array(z.object({ printedId: z.string(), sure: z.boolean(), suggestions: z.array(Suggestion) })),
})

export type Suggestions = z.infer<typeof Suggestions>

export const PlanIndicator = z.object({
  /** The printed indicator; null for one that was linked without being printed. */
  printedId: z.string().nullable(),
  section: z.string(),
  name: z.string(),
  /** Its targets as printed: "400 hợp tác xã (2025)". */
  printed: z.array(z.string()),
  indicator: z
    .object({ id: z.uuid(), name: z.string(), unit: z.string(), decimals: z.int(), way: z.enum(WAYS) })
    .nullable(),
  /** A person said that no definition fits. */
  isNone: z.boolean(),
  now: Known.nullable(),
  targets: z.array(Target),
  suggestions: z.array(Suggestion),
  /** Of the link, for If-Match; 0 where nothing was decided. */
  version: z.int(),
})
export type PlanIndicator = z.infer<typeof PlanIndicator>
export const PlanIndicators = z.object({
  day: z.iso.date(),
  indicators: z.array(PlanIndicator),
  counts: z.object({ printed: z.int(), linked: z.int(), withValue: z.int() }),
  mayLink: z.boolean(),
})
export type PlanIndicators = z.infer<typeof PlanIndicators>
