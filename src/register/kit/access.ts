// Who may do what with the rows of a register: one table, asked by the server and, through its answers, by the screens.
import type { Capacity } from '../../http/actor.ts'
import { MAY } from '../../identity/identity.ts'
import type { Role } from '../../vocabulary/role.ts'
import * as words from '../../vocabulary/words.ts'
import type { Register } from './register.ts'

/** The roles that write at all; which rows, says the agency they act for. */
const WRITERS: readonly Role[] = MAY['register.write']

export interface Rights {
  /** Acts for an agency that keeps the register: all rows, all steps. */
  keeps: boolean
  /** Agencies whose own rows one may enter and change. */
  places: readonly string[]
}

const agenciesOf = ({ agencyId, unitOf }: Capacity) => [agencyId, unitOf].filter((id) => id !== null)

/** Keepers are named agencies; while none is named, whoever is focal in the province. Stand-ins act as both. */
export function rightsOf(
  register: Register,
  capacities: readonly Capacity[],
  keepers: readonly string[],
): Rights {
  const writing = capacities.filter(({ role }) => WRITERS.includes(role))
  const keeps = writing.some((capacity) =>
    keepers.length ? agenciesOf(capacity).some((id) => keepers.includes(id)) : capacity.role === 'focal',
  )
  return {
    // What a room writes, nobody enters by hand.
    keeps: keeps && register.write !== 'room',
    places: register.write === 'place' && register.place ? writing.flatMap(agenciesOf) : [],
  }
}

const NOT_WRITTEN: Record<Register['write'], () => string> = {
  place: () => words.register.notYours,
  keeper: () => words.register.notKeeper,
  room: () => words.register.byRoom,
}

/** `place`: the agency that governs the row, null when it has none. */
const isOwn = ({ keeps, places }: Rights, place: string | null): boolean =>
  keeps || (place !== null && places.includes(place))

/** Entering and changing, voiding and restoring, personal columns in full: the same people for the same row. */
export const whyNotWrite = (register: Register, rights: Rights, place: string | null): string | null =>
  isOwn(rights, place) ? null : NOT_WRITTEN[register.write]()

export const whyNotReveal = (rights: Rights, place: string | null): string | null =>
  isOwn(rights, place) ? null : words.register.notRevealed

/** Whether one may enter anything at all. */
export const whyNotCreate = (register: Register, { keeps, places }: Rights): string | null =>
  keeps || places.length ? null : NOT_WRITTEN[register.write]()

/** `state`: what the row's state column says now. */
export function whyNotStep(
  register: Register,
  name: string,
  rights: Rights,
  { place, state }: { place: string | null; state: unknown },
): string | null {
  const step = register.states?.steps[name]
  if (!step || typeof state !== 'string' || !step.from.includes(state)) return words.register.notAtThisStep
  if (step.by === 'room') return words.register.ofRoom
  if (step.by === 'keeper') return rights.keeps ? null : words.register.notKeeper
  return isOwn(rights, place) ? null : whyNotWrite(register, rights, place)
}
