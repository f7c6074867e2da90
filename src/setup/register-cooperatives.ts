// The registers of the sample's cooperatives: rows as they were first entered, what became of them, yearly updates, members.
import { cooperative } from '../register/cooperative.ts'
import type { Register, Values } from '../register/kit/register.ts'
import type { NewRow } from '../register/kit/write.ts'
import { member } from '../register/member.ts'
import { yearlyUpdate } from '../register/yearly-update.ts'
import type { Chance } from './register-random.ts'
import {
  bears,
  isActiveOn,
  REVIEWED,
  type RegisterWords,
  stateAfter,
  statusOn,
  type Unit,
  YEARS,
  type Year,
} from './register-sample.ts'

/** What a row turned into on a day, by which act. */
export interface Change {
  register: Register
  id: string
  day: string
  act: string
  reason: string
  values: Values
}

export interface Told {
  rows: [register: Register, rows: NewRow[]][]
  changes: Change[]
}

export interface Known {
  words: RegisterWords
  chance: Chance
  agencyId(code: string): string
}

/** Every column of the register, empty where nothing is said. */
export const wholeRow = (register: Register, id: string, values: Values, since?: string): NewRow => ({
  id,
  ...(since === undefined ? {} : { since }),
  values: { ...Object.fromEntries(Object.keys(register.columns).map((name) => [name, null])), ...values },
})

const yearOf = (day: string) => Number(day.slice(0, 4))
/** The first year whose figures a cooperative has. */
const firstYear = ({ registeredOn }: Unit): Year => Math.max(2023, yearOf(registeredOn)) as Year

/** What plans ask for, as it stood at the review of a year. */
const marksIn = (unit: Unit, year: Year): Values => {
  const isWoman = bears(unit, 'woman', year)
  return {
    members: unit.members[year],
    director: isWoman ? unit.directors.woman : unit.directors.man,
    womanDirector: isWoman,
    highTech: bears(unit, 'highTech', year),
    valueChain: bears(unit, 'chain', year),
    accountingSoftware: bears(unit, 'software', year),
  }
}

export function tellCooperatives(units: readonly Unit[], { words, chance, agencyId }: Known): Told {
  const union = units.find(({ kind }) => kind === 'union')
  const rows = units.map((unit) =>
    wholeRow(cooperative, unit.id, {
      ...{ code: unit.code, name: unit.name, kind: unit.kind, status: 'active', place: agencyId(unit.place) },
      ...{ sector: unit.trade.sector, business: unit.trade.business, registeredOn: unit.registeredOn },
      ...{ charterCapital: unit.capital, phone: unit.phone, difficultArea: unit.difficult },
      ...{ parentUnion: unit.union ? (union?.id ?? null) : null, underSanction: false },
      address: `Thôn ${chance.one(words.first)} ${chance.one(words.second)}`,
      ...marksIn(unit, firstYear(unit)),
    }),
  )
  const changes = units.flatMap((unit): Change[] => {
    const told = { register: cooperative, id: unit.id }
    const reviews = YEARS.filter((year) => year > firstYear(unit) && isActiveOn(unit, REVIEWED[year]))
    let before = marksIn(unit, firstYear(unit))
    const reviewed = reviews.flatMap((year): Change[] => {
      const after = marksIn(unit, year)
      const values = Object.fromEntries(
        Object.entries(after).filter(([name, value]) => before[name] !== value),
      )
      before = after
      const reason = `Rà soát năm ${year}`
      return Object.keys(values).length
        ? [{ ...told, day: REVIEWED[year], act: 'change', reason, values }]
        : []
    })
    const fated = unit.fates.map(({ step, day }) => ({
      ...{ ...told, day, act: step, reason: words.stopReasons[step] ?? '' },
      values: { status: stateAfter(step) },
    }))
    return [...reviewed, ...fated]
  })
  return {
    rows: [
      [cooperative, rows],
      [member, tellMembers(units, words, chance)],
      [yearlyUpdate, tellUpdates(units, chance)],
    ],
    changes,
  }
}

const MILLION = 1_000_000
const REVENUE = { good: 3_050, fair: 2_150, average: 1_350, weak: 480 }
const PROFIT = { good: 0.09, fair: 0.055, average: 0.02, weak: -0.06 }
const TRAINED = { good: 0.8, fair: 0.62, average: 0.45, weak: 0.2 }
const YEAR_FACTOR: Record<Year, number> = { 2023: 0.9, 2024: 0.94, 2025: 1, 2026: 1.05 }
/** How much of a cooperative's business a unit of the kind has. */
const KIND_FACTOR: Record<Unit['kind'], number> = { cooperative: 1, union: 6, group: 0.13, 'credit-fund': 5 }

/** The figures of 2024 and 2025 are in but for a few; those of 2026 are coming in while the window is open. */
function tellUpdates(units: readonly Unit[], chance: Chance): NewRow[] {
  return units.flatMap((unit) => {
    const size = chance.between(70, 140) / 100
    const share = chance.between(20, 60) / 100
    return ([2024, 2025, 2026] as const).flatMap((year): NewRow[] => {
      const isThere = unit.registeredOn <= `${year}-09-30` && isActiveOn(unit, REVIEWED[year])
      const told = year === 2026 ? (unit.strength === 'weak' ? 0.35 : 0.66) : 0.97
      if (!isThere || !chance.happens(told)) return []
      const standsOn = year === 2026 ? chance.day('2026-11-02', '2026-11-20') : REVIEWED[year]
      return [
        wholeRow(yearlyUpdate, chance.id(), { ...figuresOf(unit, year, size, share, chance), standsOn }),
      ]
    })
  })
}

function figuresOf(
  unit: Unit,
  year: 2024 | 2025 | 2026,
  size: number,
  share: number,
  chance: Chance,
): Values {
  const { kind, strength, members } = unit
  const about = (value: number, spread = 8) => value * (1 + chance.between(-spread, spread) / 100)
  const money = (millions: number) => Math.round(millions) * MILLION
  const before = members[(year - 1) as Year]
  const left = Math.min(chance.between(0, 3), Math.max(0, before - 7))
  const grown = yearOf(unit.registeredOn) === year ? members[year] : members[year] - before + left
  const workers = Math.max(3, Math.round(members[year] * (kind === 'group' ? 0.8 : 0.35)))
  const revenue = about(REVENUE[strength] * size * KIND_FACTOR[kind] * YEAR_FACTOR[year])
  const capital = revenue * (0.5 + share)
  const fund = capital * 0.08 * (year - 2022)
  const outer = revenue * (1 - share) * 0.12
  const managers = kind === 'group' ? 2 : chance.between(4, 9)
  const trained = Math.min(
    managers,
    Math.round(managers * about(TRAINED[strength] * (1 + (year - 2024) * 0.1), 15)),
  )
  return {
    ...{ cooperative: unit.id, year },
    ...{ members: members[year], newMembers: Math.max(0, grown), leftMembers: grown < 0 ? -grown : left },
    womenMembers: Math.round(members[year] * about(0.44, 30)),
    ...{
      workers,
      revenue: money(revenue),
      memberRevenue: money(revenue * share * (1 + (year - 2024) * 0.04)),
    },
    profit: money(about(revenue * PROFIT[strength], 20)),
    incomePerWorker: money(about({ good: 78, fair: 64, average: 52, weak: 34 }[strength], 12)),
    ...{ totalCapital: money(capital), assets: money(capital * 0.8), debt: money(capital * about(0.22, 40)) },
    ...{ indivisibleFund: money(fund), indivisibleAssets: money(fund * 1.4), outerIncome: money(outer) },
    fundAdded: money(outer * (strength === 'weak' ? 0.01 : about(0.07, 30))),
    taxPaid: money(revenue * 0.012),
    ...{ managers, trainedManagers: trained },
    womenManagers: Math.min(managers, (bears(unit, 'woman', year) ? 2 : 0) + chance.between(0, 2)),
    audited: strength === 'good' && chance.happens(0.3),
    idleMonths: strength === 'weak' ? chance.between(0, 5) : 0,
  }
}

const ROLES = ['chair', 'director', 'controller', 'accountant', 'board'] as const

/** Names stand for a dozen cooperatives; of the others only numbers are kept. */
function tellMembers(units: readonly Unit[], words: RegisterWords, chance: Chance): NewRow[] {
  const named = units
    .filter((unit) => unit.kind === 'cooperative' && statusOn(unit, REVIEWED[2026]) === 'active')
    .filter((unit) => unit.registeredOn < '2023-06-01')
    .slice(2, 14)
  return named.flatMap((unit) =>
    Array.from({ length: 10 }, (_, i): NewRow => {
      const role = ROLES[i] ?? 'member'
      const isDirector = role === 'director'
      const isWoman = isDirector ? bears(unit, 'woman', 2026) : chance.happens(0.45)
      const given = chance.one(isWoman ? words.givenWomen : words.givenMen)
      const name = isDirector
        ? unit.directors[isWoman ? 'woman' : 'man']
        : `${chance.one(words.families)} ${given}`
      const year = chance.between(1962, 2001)
      const isLinked = i > 7
      return wholeRow(member, chance.id(), {
        ...{ cooperative: unit.id, number: String(i + 1).padStart(3, '0'), name, role, form: 'person' },
        kind: isLinked ? chance.one(['linked-capital', 'linked']) : 'official',
        ...{ gender: isWoman ? 'female' : 'male', birthYear: year },
        // 099 is the number of no province.
        idNumber: `099${isWoman ? 1 : 0}${String(year).slice(2)}${chance.between(100_000, 999_999)}`,
        phone: `0999 ${chance.between(100, 999)} ${chance.between(100, 999)}`,
        address: `Thôn ${chance.one(words.first)} ${chance.one(words.second)}`,
        capital: chance.between(2, 40) * 5 * MILLION,
        joinedOn: chance.happens(0.6) ? unit.registeredOn : chance.day(unit.registeredOn, '2026-09-30'),
        leftOn: i === 7 && chance.happens(0.3) ? '2026-06-30' : null,
        graduated: role !== 'member' && chance.happens(0.5),
      })
    }),
  )
}
