// The registers of the sample province: written with the kit's own bulk writing, what happened later on top, so that an
// earlier day shows what stood then.
import { months } from '../base/calendar.ts'
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import { insertRows, updateRows } from '../register/kit/write.ts'
import { REGISTERS } from '../register/registers.ts'
import type { Sql } from '../store/database.ts'
import { analyseRegisters, insertKeepers } from './queries.ts'
import { type Change, type Told, tellCooperatives } from './register-cooperatives.ts'
import { planChains, tellLearning, tellMarket } from './register-market.ts'
import { chanceOf } from './register-random.ts'
import { makeUnits, readRegisterWords } from './register-sample.ts'
import { tellSupport } from './register-support.ts'

const BY = 'lmhtx.daumoi'
/** When the registers were first filled; what came before is entered with it. */
const ENTERED = '2026-01-22'
const LAST = '2026-11-20'
const KEEPERS: Record<(typeof REGISTERS)[number]['group'], readonly string[]> = {
  cooperative: ['H99.02', 'H99.21'],
  support: ['H99.02', 'H99.21'],
  learning: ['H99.02', 'H99.21'],
  market: ['H99.02', 'H99.05', 'H99.21'],
}

interface Known {
  personOf(name: string): Promise<Actor>
  agencyId(code: string): string
}

const batchOn = (day: string) => {
  const at = new Date(`${day}T09:00:00+07:00`)
  return { at, today: dayInVietnam(at), batchId: null }
}

export async function tellRegisters(tx: Sql, folder: string, { personOf, agencyId }: Known): Promise<void> {
  const by = await personOf(BY)
  const { rows, changes } = makeStory(folder, agencyId)
  await insertKeepers(
    tx,
    by.tenantId,
    REGISTERS.flatMap(({ name, group }) =>
      KEEPERS[group].map((code) => ({ register: name, agencyId: agencyId(code) })),
    ),
  )
  for (const register of REGISTERS) {
    const own = rows.filter(([one]) => one === register).flatMap(([, rows]) => rows)
    await insertRows(tx, by, register, own, { ...batchOn(ENTERED), act: 'create' })
  }
  await analyseRegisters(tx)
  for (const { first, version, all } of inWaves(changes)) {
    await updateRows(
      tx,
      by,
      first.register,
      all.map(({ id, values, day }) => ({ id, version, values, since: day })),
      { ...batchOn(recordedOn(first.day)), act: first.act, reason: first.reason },
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
