// The registers of the sample province: written with the kit's own bulk writing, what happened later on top, so that an
// earlier day shows what stood then.
import { months } from '../base/calendar.ts'
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import type { Register } from '../register/kit/register.ts'
import { firstSince, insertRows, updateRows } from '../register/kit/write.ts'
import { REGISTERS } from '../register/registers.ts'
import type { Sql } from '../store/database.ts'
import { analyseRegisters, insertKeepers } from './queries.ts'
import { type Change, type Told, tellCooperatives } from './register-cooperatives.ts'
import { planChains, tellLearning, tellMarket } from './register-market.ts'
import { chanceOf } from './register-random.ts'
import { makeUnits, readRegisterWords } from './register-sample.ts'
import { tellSupport } from './register-support.ts'

/** When the registers were first filled; what came before is entered with it. */
const ENTERED = '2026-01-22'
const LAST = '2026-11-20'
/** Who keeps the registers of a group, and who entered them. */
const KEPT: Record<Register['group'], { agencies: readonly string[]; by: string }> = {
  cooperative: { agencies: ['H99.02', 'H99.21'], by: 'lmhtx.daumoi' },
  support: { agencies: ['H99.02', 'H99.21'], by: 'stc.daumoi' },
  learning: { agencies: ['H99.02', 'H99.21'], by: 'lmhtx.chuyenvien' },
  market: { agencies: ['H99.02', 'H99.05', 'H99.21'], by: 'sct.chuyenvien' },
}

interface Known {
  personOf(name: string): Promise<Actor>
  agencyId(code: string): string
}

const batchOn = (day: string) => {
  const at = new Date(`${day}T09:00:00+07:00`)
  return { at, today: dayInVietnam(at), batchId: null }
}

export async function tellRegisters(
  tx: Sql,
  tenantId: number,
  folder: string,
  { personOf, agencyId }: Known,
): Promise<void> {
  const { rows, changes } = makeStory(folder, agencyId)
  await insertKeepers(
    tx,
    tenantId,
    REGISTERS.flatMap(({ name, group }) =>
      KEPT[group].agencies.map((code) => ({ register: name, agencyId: agencyId(code) })),
    ),
  )
  for (const register of REGISTERS) {
    const by = await personOf(KEPT[register.group].by)
    const own = rows.filter(([one]) => one === register).flatMap(([, rows]) => rows)
    const months = Map.groupBy(own, ({ values, since }) =>
      recordedOn(since ?? firstSince(register, values, ENTERED)),
    )
    for (const [day, rows] of months)
      await insertRows(tx, by, register, rows, { ...batchOn(day), act: 'create' })
  }
  await analyseRegisters(tx)
  for (const { first, version, all } of inWaves(changes)) {
    const { register, act, reason } = first
    await updateRows(
      tx,
      await personOf(KEPT[register.group].by),
      register,
      all.map(({ id, values, day }) => ({ id, version, values, since: day })),
      { ...batchOn(recordedOn(first.day)), act, reason },
    )
  }
}

/** Everything that is told of the registers; the same every time. */
export function makeStory(folder: string, agencyId: (code: string) => string): Told {
  const words = readRegisterWords(folder)
  const chance = chanceOf(20_261_121)
  const known = { words, chance, agencyId }
  const units = makeUnits(words, chance)
  const chains = planChains(units, known)
  const told = [
    tellCooperatives(units, known),
    tellSupport(units, known),
    tellLearning(units, known),
    tellMarket(units, chains, known),
  ]
  return { rows: told.flatMap(({ rows }) => rows), changes: told.flatMap(({ changes }) => changes) }
}

interface Wave {
  first: Change
  /** The version of the rows before it. */
  version: number
  all: Change[]
}

/** What came before the registers were filled was entered with them; later it was brought in once a month. */
function recordedOn(day: string): string {
  if (day < ENTERED) return ENTERED
  const month = months(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(5, 7))).to
  return month < LAST ? month : LAST
}

/** Changes that may be written together: of different rows, of one act with one reason, recorded on one day. */
export function inWaves(changes: readonly Change[]): Wave[] {
  const waves = new Map<string, Wave>()
  const versions = new Map<string, number>()
  const ordered = [...changes].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  for (const change of ordered) {
    const version = (versions.get(change.id) ?? 0) + 1
    versions.set(change.id, version)
    const day = recordedOn(change.day)
    const key = [version, change.register.name, change.act, change.reason, day].join('|')
    const wave = waves.get(key)
    if (wave) wave.all.push(change)
    else waves.set(key, { first: change, version, all: [change] })
  }
  return [...waves.values()].sort((a, b) => a.version - b.version)
}
