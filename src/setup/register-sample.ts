// The figures behind the registers of the sample province: 400 cooperatives, unions, groups and credit funds over three
// years, the same ones every time. Pure; sample/registers.json holds the words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays } from '../base/calendar.ts'
import type { Chance } from './register-random.ts'

const Day = z.iso.date()
const Words = z.array(z.string())
const Source = z.string()
const Years = z.record(z.string(), z.number())

export const RegisterWords = z.object({
  trades: z.array(
    z.object({
      ...{ sector: z.string(), weight: z.number(), name: z.string(), business: z.string() },
      ...{ product: z.string(), category: z.string(), hs: z.string(), markets: Words },
    }),
  ),
  ...{ groupTrades: Words, first: Words, second: Words, families: Words, givenWomen: Words, givenMen: Words },
  stopReasons: z.record(z.string(), z.string()),
  policies: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), field: z.string(), level: z.string(), kinds: Words },
      ...{ conditions: Words, content: z.string(), agency: z.string(), from: Day, to: Day.optional() },
      ...{ share: z.number(), amount: z.tuple([z.number(), z.number()]) },
    }),
  ),
  supportYears: Years,
  needs: z.record(z.string(), Words),
  events: z.array(
    z.object({
      ...{ code: z.string(), kind: z.string(), name: z.string(), on: Day, until: Day.optional() },
      ...{
        agency: z.string(),
        field: z.string(),
        participants: z.number(),
        budget: z.number(),
        source: Source,
      },
    }),
  ),
  listed: Years,
  petitions: z.array(
    z.object({
      ...{
        event: z.string().optional(),
        on: Day.optional(),
        field: z.string(),
        agency: z.string().optional(),
      },
      ...{
        content: z.string(),
        due: Day.optional(),
        answered: Day.optional(),
        answer: z.string().optional(),
      },
      told: Day.optional(),
    }),
  ),
  enterprises: z.array(
    z.object({
      ...{ name: z.string(), place: z.string(), sector: z.string(), products: Words, markets: Words },
    }),
  ),
  chains: z.array(
    z.object({
      ...{ code: z.string(), name: z.string(), trade: z.string(), enterprise: z.number(), started: Day },
      ...{ output: z.string(), links: Years },
    }),
  ),
  warning: z.object({
    ...{ code: z.string(), title: z.string(), kind: z.string(), issuedBy: z.string(), issuedOn: Day },
    ...{ document: z.string(), hsCodes: Words, productWords: Words, markets: Words, content: z.string() },
  }),
  loans: z.array(
    z.object({
      ...{
        purpose: z.string(),
        amount: z.number(),
        rate: z.number(),
        lent: Day,
        due: Day,
        repaid: z.number(),
      },
      ...{ repaidOn: Day.optional(), extended: Day.optional(), extendedTo: Day.optional() },
    }),
  ),
  dissolving: z.object({
    ...{
      decision: z.string(),
      decidedOn: Day,
      notifiedOn: Day,
      councilOn: Day,
      settlingOn: Day,
      deadlineOn: Day,
    },
    note: z.string(),
    debts: z.array(
      z.object({
        ...{ creditor: z.string(), kind: z.string(), content: z.string(), amount: z.number() },
        settledOn: Day.optional(),
      }),
    ),
    assets: z.array(
      z.object({
        ...{ name: z.string(), kind: z.string(), source: Source, value: z.number(), received: Day },
        ...{ indivisible: z.boolean().optional(), handedOn: Day.optional(), soldOn: Day.optional() },
      }),
    ),
  }),
})
export type RegisterWords = z.infer<typeof RegisterWords>

export const readRegisterWords = (folder: string): RegisterWords =>
  RegisterWords.parse(JSON.parse(readFileSync(join(folder, 'registers.json'), 'utf8')))

export type Year = 2023 | 2024 | 2025 | 2026
export const YEARS: readonly Year[] = [2023, 2024, 2025, 2026]
/** The day on which the figures of a year were taken; that of 2026 is no year's end yet. */
export const REVIEWED: Record<Year, string> = {
  2023: '2023-12-14',
  2024: '2024-12-14',
  2025: '2025-12-14',
  2026: '2026-10-31',
}

/** Something that happened to a cooperative, a step of the register. */
export interface Fate {
  step: 'suspend' | 'resume' | 'absent' | 'revoke' | 'dissolve' | 'go-bankrupt' | 'end'
  day: string
}

export interface Unit {
  id: string
  code: string
  name: string
  kind: 'cooperative' | 'union' | 'group' | 'credit-fund'
  trade: RegisterWords['trades'][number]
  /** Code of the commune. */
  place: string
  registeredOn: string
  capital: number
  members: Record<Year, number>
  strength: 'good' | 'fair' | 'average' | 'weak'
  /** The first year in which it is so; null: never. */
  since: Record<'woman' | 'highTech' | 'software' | 'chain', Year | null>
  difficult: boolean
  /** Men and women who led it, the later one after `since.woman`. */
  directors: { man: string; woman: string }
  phone: string
  fates: Fate[]
  union: boolean
}

const COMMUNES = [41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]
/** Some communes have many cooperatives, some few. */
const CROWDED = [41, 42, 46, 49, 57, 57, 59, 53]
/** Communes with great difficulties in the sample. */
const DIFFICULT = [44, 47, 52, 56]

/** Registered before, in 2024, in 2025, in 2026; the plan for 2026 wants twelve. */
const COOPERATIVES = [164, 9, 11, 10] as const
const GROUPS = [150, 14, 16, 19] as const
const FUNDS = 6
const WRONG_CODES = [23, 118, 240]

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]
/** Ten digits of which the last one fits, or does not; 99 is no province. */
export function taxCode(index: number, isWrong: boolean): string {
  for (let number = 10_400 + index * 37; ; number += 1) {
    const digits = `99${String(number).padStart(7, '0')}`
    const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(digits[i]), 0)
    const last = 10 - (sum % 11)
    if (last < 10) return `${digits}${isWrong ? (last + 1) % 10 : last}`
  }
}

/** Members it begins with. */
const SIZES: Record<Unit['kind'], [number, number]> = {
  cooperative: [12, 110],
  union: [5, 5],
  group: [5, 24],
  'credit-fund': [900, 2_400],
}

const KIND_NAME: Record<Unit['kind'], string> = {
  cooperative: 'Hợp tác xã',
  union: 'Liên hiệp hợp tác xã',
  group: 'Tổ hợp tác',
  'credit-fund': 'Quỹ tín dụng nhân dân',
}

/** All of them, the cooperatives first. */
export function makeUnits(words: RegisterWords, chance: Chance): Unit[] {
  const trades = words.trades.flatMap((trade) => Array<typeof trade>(trade.weight).fill(trade))
  const tradeAt = (i: number) => trades[(i * 37) % trades.length] as (typeof trades)[number]
  const services = words.trades.find(({ sector }) => sector === 'services') as Unit['trade']
  const farming = words.trades[0] as Unit['trade']
  const names = words.first.flatMap((first) => words.second.map((second) => `${first} ${second}`))
  const person = (given: readonly string[]) => `${chance.one(words.families)} ${chance.one(given)}`

  let index = 0
  const make = (kind: Unit['kind'], trade: Unit['trade'], title: string, registeredOn: string): Unit => {
    const commune = chance.happens(0.4) ? chance.one(CROWDED) : chance.one(COMMUNES)
    const name = names[(index * 61) % names.length] ?? ''
    const size = chance.between(...SIZES[kind])
    const strength = chance.happens(0.3)
      ? 'good'
      : chance.happens(0.52)
        ? 'fair'
        : chance.happens(0.68)
          ? 'average'
          : 'weak'
    const unit: Unit = {
      id: chance.id(),
      code: taxCode(index, WRONG_CODES.includes(index)),
      name: `${KIND_NAME[kind]} ${title ? `${title} ` : ''}${name}`,
      ...{ kind, trade, place: `H99.${commune}`, registeredOn, strength },
      members: { 2023: size, 2024: size, 2025: size, 2026: size },
      capital: chance.between(kind === 'group' ? 1 : 6, kind === 'group' ? 12 : 90) * 50_000_000,
      since: { woman: null, highTech: null, software: null, chain: null },
      difficult: DIFFICULT.includes(commune),
      directors: { man: person(words.givenMen), woman: person(words.givenWomen) },
      phone: `0999 ${String(chance.between(100, 999))} ${String(chance.between(100, 999))}`,
      ...{ fates: [], union: false },
    }
    index += 1
    return unit
  }
  const dayOf = (year: number) => {
    if (year === 2023) return chance.day('2005-02-01', '2023-11-30')
    return chance.day(`${year}-01-20`, year === 2026 ? '2026-11-06' : `${year}-11-30`)
  }
  const many = (counts: readonly number[], one: (year: number) => Unit) =>
    counts.flatMap((count, i) => Array.from({ length: count }, () => one(2023 + i)))

  const cooperatives = many(COOPERATIVES, (year) => {
    const trade = tradeAt(index)
    return make('cooperative', trade, trade.name, dayOf(year))
  })
  const union = make('union', farming, 'Nông sản', '2022-08-18')
  const funds = many([FUNDS], () => make('credit-fund', services, '', dayOf(2023)))
  const groups = many(GROUPS, (year) =>
    make('group', farming, words.groupTrades[index % words.groupTrades.length] ?? '', dayOf(year)),
  )
  for (const old of funds) old.trade = { ...services, business: 'Huy động vốn, cho vay thành viên' }
  tellFates(cooperatives, groups, chance)
  for (const unit of [...cooperatives, ...funds, ...groups]) tellMembers(unit, chance)
  const active = cooperatives.filter(({ fates }) => fates.length === 0)
  for (const one of active.filter(({ trade }) => trade.sector === 'agriculture').slice(3, 8)) one.union = true
  tellGrowth(active, chance)
  return [...cooperatives, union, ...funds, ...groups]
}

const GROWTH = { good: 0.15, fair: 0.11, average: 0.05, weak: -0.04 }

/** Members at the reviews of the years, from those it began with. */
function tellMembers({ members, registeredOn, strength }: Unit, chance: Chance) {
  const registered = Number(registeredOn.slice(0, 4))
  for (const year of [2024, 2025, 2026] as const) {
    const before = members[(year - 1) as Year]
    const grown = Math.round(before * (1 + GROWTH[strength] + chance.between(-2, 2) / 100))
    members[year] = year > registered ? Math.max(7, grown) : before
  }
}

/** Those that stopped, came back or ended: mostly weak ones that are older. */
function tellFates(cooperatives: readonly Unit[], groups: readonly Unit[], chance: Chance) {
  const old = cooperatives.filter(({ registeredOn }) => registeredOn < '2021-01-01')
  // The one whose dissolution is told has fields and debts of a grower of vegetables.
  const dissolving = old.find(({ trade }) => trade.name === 'Rau an toàn')
  const stopping = chance.some(
    old.filter((unit) => unit !== dissolving),
    27,
  )
  const take = (count: number) => stopping.splice(0, count)
  const between = (from: string, to: string) => chance.day(from, to)
  const weaken = (unit: Unit) => {
    unit.strength = 'weak'
  }
  for (const [year, count] of [
    [2024, 5],
    [2025, 5],
    [2026, 2],
  ] as const)
    for (const unit of take(count)) {
      weaken(unit)
      const end = between(`${year}-05-10`, year === 2026 ? '2026-09-30' : `${year}-11-28`)
      unit.fates = [
        { step: 'suspend', day: between(`${year - 2}-03-01`, `${year - 1}-06-30`) },
        { step: 'dissolve', day: addDays(end, -150) },
        { step: 'end', day: end },
      ]
    }
  if (dissolving) {
    weaken(dissolving)
    dissolving.fates = [
      { step: 'suspend', day: '2025-04-15' },
      { step: 'dissolve', day: '2026-06-12' },
    ]
  }
  for (const unit of take(5)) {
    weaken(unit)
    // Two of them for more than twelve months: the plan wants none of those left.
    unit.fates = [{ step: 'suspend', day: between('2025-08-01', '2026-08-31') }]
  }
  for (const unit of take(4)) {
    weaken(unit)
    unit.fates = [{ step: 'absent', day: between('2025-06-01', '2026-09-30') }]
  }
  for (const unit of take(2)) {
    weaken(unit)
    unit.fates = [{ step: 'revoke', day: between('2026-02-01', '2026-08-30') }]
  }
  for (const unit of take(1)) {
    weaken(unit)
    unit.fates = [{ step: 'go-bankrupt', day: '2026-05-20' }]
  }
  for (const unit of take(3)) {
    const day = between('2024-02-01', '2025-03-30')
    unit.fates = [
      { step: 'suspend', day },
      { step: 'resume', day: addDays(day, chance.between(120, 330)) },
    ]
  }
  for (const unit of chance.some(groups, 9))
    unit.fates = [{ step: 'absent', day: between('2026-01-15', '2026-10-20') }]
}

/** What the plans ask for: so many with each mark by the end of each year. */
function tellGrowth(active: readonly Unit[], chance: Chance) {
  const spread = (
    mark: 'woman' | 'highTech' | 'software',
    units: readonly Unit[],
    counts: Record<Year, number>,
  ) => {
    const free = [...chance.some(units, counts[2026])]
    let given = 0
    for (const year of YEARS)
      for (; given < counts[year]; given += 1) {
        const unit = free[given]
        if (unit) unit.since[mark] = Math.max(year, Number(unit.registeredOn.slice(0, 4))) as Year
      }
  }
  spread('woman', active, { 2023: 37, 2024: 42, 2025: 47, 2026: 53 })
  const farms = active.filter(({ trade, strength }) => trade.sector === 'agriculture' && strength !== 'weak')
  spread('highTech', farms, { 2023: 12, 2024: 16, 2025: 21, 2026: 27 })
  spread(
    'software',
    active.filter(({ strength }) => strength !== 'weak'),
    { 2023: 8, 2024: 13, 2025: 19, 2026: 26 },
  )
}

/** What its state column says on a day. */
const STATE: Record<Fate['step'], string> = {
  suspend: 'suspended',
  resume: 'active',
  absent: 'not-at-address',
  revoke: 'tax-revoked',
  dissolve: 'dissolving',
  'go-bankrupt': 'bankrupt',
  end: 'ended',
}
export const stateAfter = (step: Fate['step']): string => STATE[step]
export const statusOn = (unit: Unit, day: string): string => {
  const last = unit.fates.filter((fate) => fate.day <= day).at(-1)
  return last ? STATE[last.step] : 'active'
}

export const isActiveOn = (unit: Unit, day: string): boolean =>
  unit.registeredOn <= day && statusOn(unit, day) === 'active'

/** Whether it bears the mark on a day of review. */
export const bears = (unit: Unit, mark: keyof Unit['since'], year: Year): boolean => {
  const since = unit.since[mark]
  return since !== null && since <= year
}
